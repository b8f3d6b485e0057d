import type { ThreadView } from '../../../server/contract/thread.ts'
import { KIND_WORDS } from '../../thread/kind-words.ts'
import { pagePath } from '../../thread/page-path.ts'
import { Person } from '../../thread/person.tsx'
import { statusOf } from '../../thread/status.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { StatusChip } from '../../ui/status-chip.tsx'
import { useTeam } from '../team.ts'

interface Props {
  thread: ThreadView
  chosen: boolean
  onChoose: () => void
}

/** One thread that another may be merged into. */
export const Candidate = ({ thread, chosen, onChoose }: Props) => {
  const { t } = useTeam()
  const status = statusOf(thread)
  return (
    <label class={`merge-one ${thread.kind}`}>
      <input type="radio" name="into" value={thread.id} checked={chosen} onChange={onChoose} />
      <span class="kind">
        <KindIcon kind={thread.kind} />
        <span class="sr">{t(KIND_WORDS[thread.kind])}</span>
      </span>
      <span class="merge-title">
        <bdi lang={thread.language ?? undefined}>{thread.title}</bdi>
        <span class="hint">
          <Person person={thread.author} /> · {pagePath(thread.page.url)} ·{' '}
          {t('vote.count', { n: thread.votes })}
        </span>
        {status && <StatusChip look={status.look} text={t(status.text)} />}
      </span>
    </label>
  )
}
