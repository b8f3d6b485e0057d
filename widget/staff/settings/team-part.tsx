import { ROLES } from '../../../server/contract/limits.ts'
import type { Role } from '../../../server/contract/person.ts'
import type { Member, TeamList } from '../../../server/contract/team.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useWidget } from '../../thread/widget.ts'
import { useTeam } from '../team.ts'
import type { PartProps } from './part.ts'
import { RoleTable } from './role-table.tsx'
import { Saved } from './saved.tsx'
import { useSave } from './use-save.ts'

/** Who is on the team, who may come, and what each may do. */
export const TeamPart = ({ t, matrix, may, explain }: PartProps) => {
  const { desk, me, run: command, account } = useTeam()
  const { formats, said } = useWidget()
  const team = useSignal<TeamList | null>(null)
  const role = useSignal<Role>('agent')
  const link = useSignal<string | null>(null)
  const leaving = useSignal<string | null>(null)
  const { busy, outcome, run } = useSave(t('set.saved'))
  const manages = may('team')
  const mayGive = (wanted: Role) => manages && (wanted !== 'owner' || may('keys'))

  const load = () =>
    desk.read<TeamList>('/team').then(
      list => {
        team.value = list
        return null
      },
      thrown => explain(thrown),
    )
  useEffect(() => {
    void load()
  }, [])

  const change = (member: Member, next: Role) =>
    run(async () => (await command('member.role', { person: member.id, role: next })) ?? load())
  const remove = (member: Member) =>
    run(async () => {
      leaving.value = null
      const failed = await command('member.remove', { person: member.id })
      if (failed) return failed
      if (member.id !== me.id) return load()
      await account.enter()
      return null
    })
  const invite = () =>
    run(async () => {
      try {
        const made = await desk.write<{ url: string }>('POST', '/invitations', { role: role.peek() })
        link.value = made.url
        return load()
      } catch (thrown) {
        return explain(thrown)
      }
    })
  const withdraw = (id: string) =>
    run(async () => {
      try {
        await desk.write('DELETE', `/invitations/${id}`)
        return load()
      } catch (thrown) {
        return explain(thrown)
      }
    })
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.peek() ?? '')
      said.value = { voice: 'polite', text: t('set.copied') }
    } catch {
      said.value = { voice: 'assertive', text: t('set.copyFailed') }
    }
  }

  const known = team.value
  return (
    <div class="settings-fields">
      <ul class="members">
        {known?.members.map(member => (
          <li key={member.id}>
            <span class="member-name">
              <bdi>{member.name}</bdi> <span class="hint">{member.email}</span>
            </span>
            {mayGive(member.role) ? (
              <select
                aria-label={t('set.roleOf', { name: member.name })}
                value={member.role}
                disabled={busy.value}
                onChange={event => void change(member, event.currentTarget.value as Role)}
              >
                {ROLES.filter(mayGive).map(one => (
                  <option key={one} value={one}>
                    {t(`role.${one}`)}
                  </option>
                ))}
              </select>
            ) : (
              <span>{t(`role.${member.role}`)}</span>
            )}
            {(mayGive(member.role) || member.id === me.id) &&
              (leaving.value === member.id ? (
                <button type="button" class="quiet danger" onClick={() => void remove(member)}>
                  {t('set.removeReally', { name: member.name })}
                </button>
              ) : (
                <button
                  type="button"
                  class="quiet"
                  onClick={() => {
                    leaving.value = member.id
                  }}
                >
                  {member.id === me.id ? t('set.leave') : t('set.remove')}
                  <span class="sr"> {member.name}</span>
                </button>
              ))}
          </li>
        ))}
      </ul>
      <Saved outcome={outcome.value} />
      {manages && (
        <form
          class="invite"
          onSubmit={event => {
            event.preventDefault()
            void invite()
          }}
        >
          <h2>{t('set.invite')}</h2>
          <p class="hint">{t('set.inviteHint')}</p>
          <p class="settings-foot">
            <select
              aria-label={t('set.role')}
              value={role.value}
              onChange={event => {
                role.value = event.currentTarget.value as Role
              }}
            >
              {ROLES.filter(mayGive).map(one => (
                <option key={one} value={one}>
                  {t(`role.${one}`)}
                </option>
              ))}
            </select>
            <button type="submit" class="main" aria-disabled={busy.value}>
              {t('set.makeLink')}
            </button>
          </p>
          {link.value && (
            <>
              <pre class="snippet" dir="ltr">
                <code>{link.value}</code>
              </pre>
              <button type="button" class="quiet" onClick={() => void copy()}>
                {t('set.copy')}
              </button>
            </>
          )}
          <ul class="members">
            {known?.invitations.map(({ id, role: given, by, expiresAt }) => (
              <li key={id}>
                <span class="member-name">
                  {t(`role.${given}`)}{' '}
                  <span class="hint">{t('set.invitedBy', { name: by, date: formats.full(expiresAt) })}</span>
                </span>
                <button type="button" class="quiet" onClick={() => void withdraw(id)}>
                  {t('set.withdraw')}
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <RoleTable t={t} matrix={matrix} />
    </div>
  )
}
