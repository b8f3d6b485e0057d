import type { ThreadItem } from '../model/types.ts'
import { Ago } from '../thread/ago.tsx'
import { KIND_WORDS } from '../thread/kind-words.ts'
import { pagePath } from '../thread/page-path.ts'
import { Person } from '../thread/person.tsx'
import { statusOf } from '../thread/status.ts'
import { useWidget } from '../thread/widget.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import { UP } from '../ui/icons.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { LOCK } from '../ui/more-icons.ts'
import { StatusChip } from '../ui/status-chip.tsx'
import { AgeRing } from './age-ring.tsx'
import { useTeam } from './team.ts'

/** One thread of the list. Its title is the link; the whole row takes the pointer. */
export const InboxRow = ({ item }: { item: ThreadItem }) => {
  const { me, router, selection, t } = useTeam()
  const { now, formats } = useWidget()
  const row = item.row.value
  const { author, kind, page, pinned, staff, visibility, votes } = row
  const thread = item.id.value
  const selected = router.place.value.thread === thread
  const ticked = thread !== null && selection.ids.value.has(thread)
  const id = `row-${item.key}`
  const status = statusOf(row)
  const since = staff?.waitingSince ?? null
  const assignee = staff?.assignee ?? null
  const notes = staff?.notes ?? 0
  const facts =
    status ||
    row.merged ||
    staff?.done ||
    visibility !== 'public' ||
    pinned ||
    notes > 0 ||
    row.labels.length > 0
  return (
    <li class={`row ${kind} ${selected ? 'selected' : ''} ${ticked ? 'ticked' : ''}`} data-thread={thread}>
      <input
        type="checkbox"
        class="row-tick"
        aria-label={t('s.select', { title: row.title })}
        checked={ticked}
        onChange={() => thread && selection.toggle(thread)}
      />
      <span class="kind">
        <KindIcon kind={kind} />
        <span class="sr">{t(KIND_WORDS[kind])}</span>
      </span>
      <a
        class="row-title"
        id={id}
        dir="auto"
        lang={row.language ?? undefined}
        href={router.href({ thread })}
        aria-current={selected ? 'true' : undefined}
        aria-describedby={`${id}-meta`}
        onClick={event => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          router.go({ thread })
        }}
      >
        {row.title || t('thread.deleted')}
      </a>
      <span class="row-age">
        {since !== null && <span class="sr">{t('s.waiting')} </span>}
        <Ago at={since ?? row.activityAt} />
        {since !== null && <AgeRing since={since} now={now.value} />}
      </span>
      <p class="row-meta" id={`${id}-meta`}>
        <Person person={author} /> · {pagePath(page.url)}
      </p>
      <span class="row-side">
        {votes > 0 && (
          <span class="row-votes">
            <Icon d={UP} solid />
            <span class="sr">{t('vote.count', { n: votes })}</span>
            <span class="n" aria-hidden="true">
              {formats.number(votes)}
            </span>
          </span>
        )}
        {assignee && (
          <span title={assignee.id === me.id ? t('s.assignedMe') : t('s.assigned', { name: assignee.name })}>
            <Avatar {...assignee} />
            <span class="sr">{t('s.assigned', { name: assignee.name })}</span>
          </span>
        )}
      </span>
      {facts && (
        <p class="row-facts">
          {visibility === 'held' && <span class="tag held">{t('s.tagHeld')}</span>}
          {visibility === 'removed' && <span class="tag">{t('s.tagHidden')}</span>}
          {row.merged && <span class="tag">{t('s.merged')}</span>}
          {status && <StatusChip look={status.look} text={t(status.text)} />}
          {staff?.done && <span class="tag">{t('s.isDone')}</span>}
          {pinned && <span class="tag">{t('s.pinned')}</span>}
          {notes > 0 && (
            <span class="tag noted">
              <Icon d={LOCK} />
              {t('s.notes', { n: notes })}
            </span>
          )}
          {row.labels.map(label => (
            <span class="tag" dir="auto" key={label.id}>
              {label.name}
            </span>
          ))}
        </p>
      )}
    </li>
  )
}
