import type { RoleMatrix } from '../../../server/contract/roles.ts'
import type { SettingsTexts } from './texts.ts'

const TOLD = [
  ...(['reply', 'note', 'hide', 'lock', 'label', 'ban', 'status', 'assign', 'merge', 'insights'] as const),
  ...(['savedReplies', 'configure', 'moderation', 'audit', 'team', 'keys'] as const),
]

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
          {TOLD.map(action => {
            const rule = matrix.actions.find(one => one.action === action)
            return (
              <tr key={action}>
                <th scope="row">{t(`may.${action}`)}</th>
                {matrix.roles.map(role => (
                  <td key={role}>{rule?.roles.includes(role) ? t('set.yes') : '–'}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  </section>
)
