import type { PersonRef } from '../../server/contract/person.ts'
import { useEffect, useSignal } from '../signals/render.ts'
import styles from '../styles/mentions.css?inline'
import { Avatar } from '../ui/avatar.tsx'
import { namesLike, wordAfterAt } from './name-at-caret.ts'
import { Person } from './person.tsx'
import { useChoicesAtCaret } from './use-choices-at-caret.ts'
import { useWidget } from './widget.ts'
import type { Writing } from './writing.ts'
import { isNote } from './writing.ts'

const LIST = 'parla-people'

/** While a name is typed after @: who it may be. */
export const Mentions = ({ writing, thread }: { writing: Writing; thread: string }) => {
  const { adopt, conversation, t } = useWidget()
  const people = useSignal<readonly PersonRef[]>([])
  adopt(styles)
  const { found, at, look, take } = useChoicesAtCaret<PersonRef>({
    writing,
    list: LIST,
    find: before => {
      const word = wordAfterAt(before)
      return typeof word === 'string' ? namesLike(people.peek(), word) : []
    },
    put: ({ name }, before) => `${before.slice(0, before.lastIndexOf('@'))}@${name} `,
  })

  useEffect(() => {
    let gone = false
    const ask = async () => {
      const all = await (await conversation.writer()).people(thread)
      if (gone) return
      // A note never calls in a visitor.
      people.value = isNote(writing.target) ? all.filter(({ staff }) => staff) : all
      look()
    }
    ask().catch(() => {})
    return () => {
      gone = true
    }
  }, [thread])

  if (!found.value.length) return null
  return (
    // The keyboard is heard in the text itself, which keeps the focus.
    <div class="people" role="listbox" id={LIST} aria-label={t('mention.people')}>
      {found.value.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and Tab are heard in the text, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={person.id}
          role="option"
          id={`${LIST}-${person.id}`}
          aria-selected={index === at.value}
          onPointerDown={event => event.preventDefault()}
          onClick={() => take(person)}
        >
          <Avatar {...person} />
          <Person person={person} />
        </div>
      ))}
    </div>
  )
}
