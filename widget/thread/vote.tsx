import { VoteButton } from '../ui/vote-button.tsx'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

const verbs = {
  question: 'vote.metoo',
  problem: 'vote.metoo',
  idea: 'vote.idea',
  praise: 'vote.praise',
} as const

/** One vote per person, shown at once. Nobody takes back the vote their own message began with. */
export const Vote = ({ item, about }: { item: AnyItem; about: string }) => {
  const { conversation, formats, t } = useWidget()
  const row = item.row.value
  const { voted, author } = item.own.value
  const { votes: n } = row
  const mayVote = !author && item.id.value !== null && item.can.value.includes('vote')
  return (
    <VoteButton
      verb={t('kind' in row ? verbs[row.kind] : 'vote.praise')}
      brief={!('kind' in row)}
      count={formats.number(n)}
      counted={t('vote.count', { n })}
      voted={voted}
      about={about}
      onToggle={mayVote ? () => void conversation.vote(item, !voted).catch(() => {}) : undefined}
    />
  )
}
