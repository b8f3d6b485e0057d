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

/**
 * Threads that others may be merged into: those with the words; without any, what is like the one, or one of the
 * several. Null while they are looked for first.
 */
export const useCandidates = (threads: readonly ThreadView[], words: string): Candidates | null => {
  const { desk } = useTeam()
  const found = useSignal<Candidates | null>(null)
  const q = words.trim()
  useEffect(() => {
    let late = false
    const [thread, ...others] = threads
    const asked = async (): Promise<Pick<SearchResult, 'threads'>> => {
      if (q) return desk.read<SearchResult>('/search', { q })
      if (!thread || others.length) return { threads: [...threads] }
      const text = `${thread.title} ${thread.excerpt}`.slice(0, SIMILAR_TEXT_MAX)
      return desk.read<SimilarThreads>('/similar', { q: text, language: thread.language })
    }
    const timer = setTimeout(
      () =>
        void asked().then(
          answer => {
            const isItself = (id: string) => !others.length && id === thread?.id
            const fit = answer.threads.filter(
              ({ id, visibility }) => visibility === 'public' && !isItself(id),
            )
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
