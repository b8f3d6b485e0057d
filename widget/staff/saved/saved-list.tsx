import type { SavedReply } from '../../../server/contract/saved.ts'
import { ago } from '../../i18n/ago.ts'
import type { ThreadItem } from '../../model/types.ts'
import { useEffect } from '../../signals/render.ts'
import mentionStyles from '../../styles/mentions.css?inline'
import { useChoicesAtCaret } from '../../thread/use-choices-at-caret.ts'
import { useWidget } from '../../thread/widget.ts'
import type { Writing } from '../../thread/writing.ts'
import { fitting } from '../menu/fuzzy.ts'
import { useTeam } from '../team.ts'
import { inOrder, languageOf, wordAfterSlash } from './fill.ts'
import styles from './saved.css?inline'
import { takeSaved } from './take-saved.ts'

const LIST = 'saved-replies'
/** As many are listed; a letter more says which is meant. */
const MOST = 6

/** While something is typed after a slash: which saved reply it may be. What is taken can be changed before it goes. */
export const SavedList = ({ writing, item }: { writing: Writing; item: ThreadItem }) => {
  const team = useTeam()
  const { adopt, now, t: words } = useWidget()
  const { kept, t } = team
  adopt(mentionStyles)
  adopt(styles)
  const { found, at, look, take } = useChoicesAtCaret<SavedReply>({
    writing,
    list: LIST,
    find: before => {
      const word = wordAfterSlash(before)
      if (word === null) return []
      const named = inOrder(kept.replies.peek(), languageOf(team, item)).map(reply => ({
        ...{ reply, text: `${reply.name} ${reply.body}` },
      }))
      return fitting(named, word)
        .slice(0, MOST)
        .map(({ reply }) => reply)
    },
    put: (reply, before) =>
      before.slice(0, before.lastIndexOf('/')) + takeSaved(team, reply, item.row.peek(), writing.to.peek()),
  })
  useEffect(() => {
    kept.loadReplies().then(look, () => {})
  }, [])
  if (!found.value.length) return null
  return (
    <div class="people saved-list" role="listbox" id={LIST} aria-label={t('saved.title')}>
      {found.value.map((reply, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and Tab are heard in the text, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={reply.id}
          role="option"
          id={`${LIST}-${reply.id}`}
          aria-selected={index === at.value}
          onPointerDown={event => event.preventDefault()}
          onClick={() => take(reply)}
        >
          <span class="saved-name">
            <bdi>{reply.name}</bdi>
            <span class="saved-body" dir="auto">
              {reply.body}
            </span>
          </span>
          <span class="saved-used">
            {reply.usedAt === null
              ? t('saved.unused')
              : t('saved.used', { ago: ago(words, reply.usedAt, now.value) })}
          </span>
        </div>
      ))}
    </div>
  )
}
