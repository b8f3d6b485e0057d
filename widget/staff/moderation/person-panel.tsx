import { useEffect } from 'preact/hooks'
import type { PersonHistory } from '../../../server/contract/queue.ts'
import { failureOf } from '../../api/http.ts'
import { useSignal } from '../../signals/render.ts'
import { Ago } from '../../thread/ago.tsx'
import { useWidget } from '../../thread/widget.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextTree } from '../../ui/text-tree.tsx'
import { FormDialog } from '../forms/form-dialog.tsx'
import { useTeam } from '../team.ts'
import { sayWhy } from './why.ts'

interface Props {
  person: string
  name: string
  onClose: () => void
  /** Something was decided about them. */
  onChange: () => void
}

const STATES = { public: 'mod.public', held: 's.tagHeld', removed: 's.tagHidden', spam: 'did.spam' } as const

/** What is known of somebody: what they wrote, what became of it, and whether they may go on. */
export const PersonPanel = ({ person, name, onClose, onChange }: Props) => {
  const { change, desk, me, t } = useTeam()
  const { formats } = useWidget()
  const history = useSignal<PersonHistory | null>(null)
  const failed = useSignal(false)
  const load = () =>
    desk.read<PersonHistory>(`/people/${person}`).then(
      found => {
        history.value = found
      },
      thrown => {
        failed.value = failureOf(thrown).code !== 'unauthenticated'
      },
    )
  useEffect(() => void load(), [])
  const record = history.value?.record
  const mayJudge = ['owner', 'admin', 'moderator'].includes(me.role)
  const judge = async (what: 'person.ban' | 'person.trust', on: boolean) => {
    await change([{ name: what, input: { person, on } }])
    await load()
    onChange()
  }
  return (
    <FormDialog title={name} onClose={onClose}>
      {() => (
        <div class="person-panel">
          {failed.value && <p role="alert">{t('s.failed')}</p>}
          {!record && !failed.value && <Skeleton label={t('s.loading')} />}
          {record && (
            <>
              <dl class="person-facts">
                <div>
                  <dt>{t('mod.since')}</dt>
                  <dd>{formats.full(record.since)}</dd>
                </div>
                {(['public', 'held', 'removed', 'spam'] as const).map(state => (
                  <div key={state}>
                    <dt>{t(STATES[state])}</dt>
                    <dd>{formats.number(record[state])}</dd>
                  </div>
                ))}
              </dl>
              {mayJudge && !record.person.staff && (
                <div class="person-acts">
                  <button
                    type="button"
                    class="quiet"
                    aria-pressed={record.trustedAt !== null}
                    onClick={() => void judge('person.trust', record.trustedAt === null)}
                  >
                    {t(record.trustedAt ? 's.untrust' : 's.trust', { name })}
                  </button>
                  <button
                    type="button"
                    class="quiet dangerous"
                    aria-pressed={record.bannedAt !== null}
                    onClick={() => void judge('person.ban', record.bannedAt === null)}
                  >
                    {t(record.bannedAt ? 's.unban' : 's.ban', { name })}
                  </button>
                </div>
              )}
              <h3>{t('mod.wrote')}</h3>
              <ul class="person-messages">
                {history.value?.messages.map(message => (
                  <li key={message.id}>
                    <p class="entry-at">
                      {t(STATES[message.visibility])} · <Ago at={message.createdAt} />
                      {message.why.map(reason => ` · ${sayWhy(reason, t)}`)}
                      {message.removal?.reason && ` · ${message.removal.reason}`}
                    </p>
                    <TextTree tree={message.body} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </FormDialog>
  )
}
