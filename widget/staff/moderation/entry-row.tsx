import type { QueueEntry } from '../../../server/contract/queue.ts'
import { Ago } from '../../thread/ago.tsx'
import { KIND_WORDS } from '../../thread/kind-words.ts'
import { pagePath } from '../../thread/page-path.ts'
import { Person } from '../../thread/person.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import type { Choice } from '../../ui/disclosure-menu.tsx'
import { DisclosureMenu } from '../../ui/disclosure-menu.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { TextTree } from '../../ui/text-tree.tsx'
import { sayReasons } from '../report-words.ts'
import { useTeam } from '../team.ts'
import { mayDecide } from './decide.ts'
import type { Decision } from './queue.ts'
import { sayWhy } from './why.ts'

interface Props {
  entry: QueueEntry
  decision: Decision | undefined
  ticked: boolean
  choices: Choice[]
  onTick: () => void
  onDecide: (what: Decision) => void
  onUndo: () => void
  onPerson: () => void
}

const DECISIONS = [
  { what: 'approved', text: 's.approve', key: 'Y' },
  { what: 'hidden', text: 's.hide', key: 'H' },
  { what: 'spam', text: 's.spam', key: '!' },
] as const
const DONE = { approved: 'did.shown', hidden: 'did.hidden', spam: 'did.spam' } as const

/** One message that somebody has to decide about: what it says, why it waits, and where it stands. */
export const EntryRow = (props: Props) => {
  const { entry, decision, ticked, choices, onTick, onDecide, onUndo, onPerson } = props
  const { router, t } = useTeam()
  const { author, before, body, createdAt, id, removal, thread, visibility, why } = entry
  const { name } = author.person
  // Everybody sees it still: to approve is to let it stand.
  const isKept = visibility === 'public'
  return (
    <li class={`entry ${decision ? 'decided' : ''} ${ticked ? 'ticked' : ''}`} data-entry={id}>
      <input
        type="checkbox"
        class="entry-tick"
        aria-label={t('s.select', { title: name })}
        checked={ticked}
        disabled={decision !== undefined}
        onChange={onTick}
      />
      <article class="entry-body" id={`entry-${id}`} tabIndex={-1} aria-labelledby={`by-${id}`}>
        <p class="entry-by">
          <Avatar {...author.person} />
          <button type="button" class="link" id={`by-${id}`} onClick={onPerson}>
            <bdi>{name}</bdi>
          </button>
          {author.person.label && <span class="tag">{t('staff.visitor')}</span>}
          {author.bannedAt && <span class="tag held">{t('mod.banned')}</span>}
          {author.trustedAt && <span class="tag">{t('mod.trusted')}</span>}
          <span class="entry-at">
            <Ago at={createdAt} />
          </span>
        </p>
        <p class="entry-where">
          <KindIcon kind={thread.kind} />
          <span class="sr">{t(KIND_WORDS[thread.kind])}</span>
          {thread.id !== id && (
            <a
              href={router.href({ thread: thread.id })}
              dir="auto"
              onClick={event => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                router.go({ thread: thread.id })
              }}
            >
              {thread.title || t('thread.deleted')}
            </a>
          )}
          <span class="entry-page">{pagePath(thread.page.url)}</span>
        </p>
        {before && (
          <p class="entry-before">
            <Person person={before.author} />: <span dir="auto">{before.excerpt}</span>
          </p>
        )}
        <div class="entry-text">
          <TextTree tree={body} lang={entry.language} />
        </div>
        <ul class="entry-why" aria-label={t('mod.why')}>
          {entry.reports && (
            <li class="tag held">
              {t('mod.reported', { n: entry.reports.count })}: {sayReasons(entry.reports, t).join(' · ')}
            </li>
          )}
          {entry.reports?.words.map(words => (
            <li class="tag" dir="auto" key={words}>
              <q>{words}</q>
            </li>
          ))}
          {why.map(reason => (
            <li class="tag held" key={reason.rule}>
              {sayWhy(reason, t)}
            </li>
          ))}
          {visibility === 'spam' && <li class="tag">{t('did.spam')}</li>}
          {removal?.reason && (
            <li class="tag" dir="auto">
              {t('mod.hiddenFor', { reason: removal.reason })}
            </li>
          )}
        </ul>
      </article>
      {decision ? (
        <p class="entry-done">
          {t(DONE[decision])}
          <button type="button" class="quiet" id={`undo-${id}`} onClick={onUndo}>
            {t('action.undo')}
          </button>
        </p>
      ) : (
        <div class="entry-acts">
          {DECISIONS.filter(({ what }) => mayDecide(entry, what)).map(({ what, text, key }) => (
            <button
              key={what}
              type="button"
              class={`quiet ${what}`}
              aria-keyshortcuts={key}
              onClick={() => onDecide(what)}
            >
              {t(what === 'approved' && isKept ? 'mod.keep' : text)} <kbd>{key}</kbd>
            </button>
          ))}
          {choices.length > 0 && (
            <DisclosureMenu id={`menu-${id}`} label={t('frame.menu')} load={async () => choices} />
          )}
        </div>
      )}
    </li>
  )
}
