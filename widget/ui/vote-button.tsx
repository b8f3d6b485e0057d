import { Icon } from './icon.tsx'
import { UP } from './icons.ts'

interface Props {
  verb: string
  /** Only the number beside the triangle; the verb is still its name. */
  brief?: boolean
  /** The number as written, and with its noun: “14” and “14 votes”. */
  count: string
  counted: string
  voted: boolean
  /** Id of what is voted for. */
  about: string
  /** Without it the votes can only be read. */
  onToggle?: (() => void) | undefined
}

/** The label is the same in both states; the number and the pressed state tell them apart. */
export const VoteButton = ({ verb, count, counted, voted, about, brief, onToggle }: Props) => {
  const inside = (
    <>
      <Icon d={UP} solid={voted} />
      {!brief && <span class="verb">{verb}</span>} <span class="n">{count}</span>
    </>
  )
  return onToggle ? (
    <button
      type="button"
      class="vote"
      aria-pressed={voted}
      // Begins with what is to be seen.
      aria-label={brief ? `${counted}, ${verb}` : `${verb}, ${counted}`}
      aria-describedby={about}
      onClick={onToggle}
    >
      {inside}
    </button>
  ) : (
    <span class="vote still" role="img" aria-label={counted}>
      {inside}
    </span>
  )
}
