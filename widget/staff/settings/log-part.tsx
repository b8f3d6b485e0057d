import { AUDIT_SUBJECTS } from '../../../server/contract/limits.ts'
import type { AuditEntry, AuditLog } from '../../../server/contract/queue.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { Ago } from '../../thread/ago.tsx'
import { useWidget } from '../../thread/widget.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useTeam } from '../team.ts'
import { sayEntry, sayFacts } from './log-words.ts'
import type { PartProps } from './part.ts'

/** Who of the team did what, newest first. */
export const LogPart = ({ t, may, explain }: PartProps) => {
  const { conversation, desk, router, t: staff } = useTeam()
  const { focus } = useWidget()
  const entries = useSignal<readonly AuditEntry[]>([])
  const next = useSignal<string | null>(null)
  const by = useSignal('')
  const about = useSignal('')
  const phase = useSignal<'loading' | 'ready'>('loading')
  const trouble = useSignal<string | null>(null)
  const allowed = may('audit')

  const load = async (cursor: string | null) => {
    const asked = { by: by.peek() || null, about: about.peek() || null }
    trouble.value = null
    try {
      const page = await desk.read<AuditLog>('/audit', { ...asked, cursor })
      // Another question was asked meanwhile.
      if ((by.peek() || null) !== asked.by || (about.peek() || null) !== asked.about) return
      const first = cursor && page.entries[0]
      entries.value = cursor ? [...entries.peek(), ...page.entries] : page.entries
      next.value = page.next
      if (first) focus(`log-${first.id}`)
    } catch (thrown) {
      trouble.value = explain(thrown)
    } finally {
      phase.value = 'ready'
    }
  }
  useEffect(() => {
    if (allowed) void load(null)
  }, [])
  if (!allowed) return <p class="settings-note">{staff('s.refused')}</p>
  return (
    <div class="settings-fields">
      <div class="log-filters">
        <label>
          {t('log.who')}
          <select
            value={by.value}
            onChange={event => {
              by.value = event.currentTarget.value
              void load(null)
            }}
          >
            <option value="">{staff('s.anybody')}</option>
            {conversation.inbox.team.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('log.about')}
          <select
            value={about.value}
            onChange={event => {
              about.value = event.currentTarget.value
              void load(null)
            }}
          >
            <option value="">{staff('s.any')}</option>
            {AUDIT_SUBJECTS.map(subject => (
              <option key={subject} value={subject}>
                {t(`log.${subject}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {trouble.value && (
        <p class="settings-trouble" role="alert">
          {trouble.value}
          <button type="button" class="quiet" onClick={() => void load(null)}>
            {t('action.retry')}
          </button>
        </p>
      )}
      <ol class="log">
        {entries.value.map(entry => (
          <li key={entry.id} id={`log-${entry.id}`} tabIndex={-1}>
            <Avatar {...entry.by} />
            <span class="member-name">
              <bdi class="log-who">{entry.by.name}</bdi> · {sayEntry(entry, t, staff)}
              {sayFacts(entry, t, staff) && (
                <span class="hint log-facts" dir="auto">
                  {sayFacts(entry, t, staff)}
                </span>
              )}
            </span>
            <span class="hint">
              <Ago at={entry.at} />
            </span>
            {entry.target.startsWith('t_') && (
              <a
                href={router.href({ room: 'inbox', thread: entry.target })}
                onClick={event => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  router.go({ room: 'inbox', thread: entry.target })
                }}
              >
                {staff('keys.open')}
                <span class="sr"> {entry.target}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
      {phase.value === 'ready' && !trouble.value && entries.value.length === 0 && (
        <p class="hint">{t('log.none')}</p>
      )}
      {next.value && (
        <p class="settings-foot">
          <button type="button" class="quiet" onClick={() => void load(next.peek())}>
            {staff('s.more')}
          </button>
        </p>
      )}
    </div>
  )
}
