import { SIMILAR_TEXT_MAX } from '../../../server/contract/limits.ts'
import type { SearchResult, SimilarThreads } from '../../../server/contract/reads.ts'
import type { ThreadView } from '../../../server/contract/thread.ts'
import { failureOf } from '../../api/http.ts'
import type { Failure } from '../../model/types.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useTeam } from '../team.ts'

/** Milliseconds without a key until it is looked for. */
const QUIET = 250

export interface Candidates {
  /** What was looked for: empty for what says much the same. */
  readonly q: string
  readonly threads: readonly ThreadView[]
  readonly failure: Failure | null
}

/** Threads that one may be merged into: those like it, or those with the words. Null while they are looked for first. */
export const useCandidates = (thread: ThreadView, words: string): Candidates | null => {
  const { desk } = useTeam()
  const found = useSignal<Candidates | null>(null)
  const q = words.trim()
  useEffect(() => {
    let late = false
    const text = `${thread.title} ${thread.excerpt}`.slice(0, SIMILAR_TEXT_MAX)
    const asked = () =>
      q
        ? desk.read<SearchResult>('/search', { q })
        : desk.read<SimilarThreads>('/similar', { q: text, language: thread.language })
    const timer = setTimeout(
      () =>
        void asked().then(
          ({ threads }) => {
            const fit = threads.filter(({ id, visibility }) => id !== thread.id && visibility === 'public')
            if (!late) found.value = { q, threads: fit, failure: null }
          },
          thrown => {
            if (!late) found.value = { q, threads: [], failure: failureOf(thrown) }
          },
        ),
      q ? QUIET : 0,
    )
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [q])
  return found.value
}
