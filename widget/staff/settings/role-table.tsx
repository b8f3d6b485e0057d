import type { Role } from '../../../server/contract/person.ts'
import type { RoleMatrix } from '../../../server/contract/roles.ts'
import type { SettingsTexts } from './texts.ts'

/** What one line of the table stands for: actions that go together, and are given to the same roles. */
export const TOLD = {
  reply: ['reply'],
  note: ['note'],
  hide: ['hide', 'show', 'hold', 'spam'],
  lock: ['lock', 'retitle'],
  label: ['label', 'done'],
  ban: ['ban', 'trust'],
  status: ['status', 'official'],
  assign: ['assign', 'pin'],
  merge: ['merge', 'unmerge', 'announce'],
  insights: ['insights', 'settings'],
  savedReplies: ['savedReplies'],
  labels: ['labels', 'savedViews'],
  configure: ['configure'],
  moderation: ['moderation'],
  audit: ['audit'],
  team: ['team'],
  keys: ['keys'],
} as const

const ROWS = Object.entries(TOLD) as [keyof typeof TOLD, readonly string[]][]

const mayAll = (matrix: RoleMatrix, role: Role, actions: readonly string[]) =>
  actions.every(name => matrix.actions.find(({ action }) => action === name)?.roles.includes(role))

/** Who may do what, as the server enforces it. */
export const RoleTable = ({ t, matrix }: { t: SettingsTexts; matrix: RoleMatrix }) => (
  <section aria-labelledby="roles-title">
    <h2 id="roles-title">{t('set.matrix')}</h2>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
    <section class="role-table" tabIndex={0} aria-labelledby="roles-title">
      <table>
        <thead>
          <tr>
            <td />
            {matrix.roles.map(role => (
              <th key={role} scope="col">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([row, actions]) => (
            <tr key={row}>
              <th scope="row">{t(`may.${row}`)}</th>
              {matrix.roles.map(role => (
                <td key={role}>{mayAll(matrix, role, actions) ? t('set.yes') : '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
)
