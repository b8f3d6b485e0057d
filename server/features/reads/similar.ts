import { SIMILAR_MAX, SIMILAR_TEXT_MAX } from '../../contract/limits.ts'
import type { SimilarThreads } from '../../contract/reads.ts'
import type { SiteRow, ThreadRow } from '../../store/rows.ts'
import { similarCandidates } from '../../store/similar.ts'
import type { Store } from '../../store/store.ts'
import { languageOf } from '../text/language.ts'
import { likeness, pieces } from '../text/likeness.ts'
import { asOf, drawThreads } from './lists.ts'

/** The likeness of title and text, added up, that a thread must have. */
const ENOUGH = 0.25

/**
 * Threads that say much the same as a text being written. Both databases only name candidates; which of them are like
 * it is decided here, so that the answer is the same on either.
 */
export const similarThreads = (
  store: Store,
  site: SiteRow,
  query: { q: string; language?: string | undefined },
): Promise<SimilarThreads> =>
  store.read(async db => {
    // As what it is compared with was read when it was written.
    const language = languageOf(query.q, query.language) ?? site.locale
    const ask = { siteId: site.id, text: query.q, language }
    const alike = mostAlike(query.q, await similarCandidates(db, store.dialect, ask))
    const threads = await drawThreads(
      db,
      site,
      alike.sort((a, b) => usefulness(a) - usefulness(b)),
      { kind: 'public' },
    )
    return { ...(await asOf(db, site.id)), threads }
  })

function mostAlike(text: string, candidates: ThreadRow[]): ThreadRow[] {
  const asked = pieces(text)
  return candidates
    .map(thread => ({
      thread,
      score:
        likeness(asked, pieces(thread.title)) +
        likeness(asked, pieces(thread.source.slice(0, SIMILAR_TEXT_MAX))),
    }))
    .filter(({ score }) => score > ENOUGH)
    .sort((a, b) => b.score - a.score)
    .slice(0, SIMILAR_MAX)
    .map(({ thread }) => thread)
}

/** What has an answer helps at once; what is over helps least. */
function usefulness({ status, official_id, accepted_id }: ThreadRow): number {
  if (official_id !== null || accepted_id !== null) return 0
  return status === 'shipped' || status === 'declined' ? 2 : 1
}
