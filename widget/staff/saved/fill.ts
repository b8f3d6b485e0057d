import type { SavedReply } from '../../../server/contract/saved.ts'
import type { ThreadItem } from '../../model/types.ts'
import type { Team } from '../team.ts'

/** What the places of a saved reply stand for; null for what is not known, which then asks to be filled in. */
export interface Places {
  readonly name: string | null
  readonly page: string | null
}

const PLACE = /\{\{\s*(name|page)\s*\}\}/g

/** A saved reply for one thread. A place that nothing is known for stays, and the reply guard asks about it. */
export const fill = (body: string, places: Places): string =>
  body.replace(PLACE, (place, name: keyof Places) => places[name] ?? place)

/** What a thread is written in, as far as it says; else what the site is. */
export const languageOf = ({ conversation }: Pick<Team, 'conversation'>, item: ThreadItem): string | null =>
  item.row.peek().language ?? conversation.site.peek()?.locale ?? null

/** Those in the thread's language first, then those for all, then the rest; each by how lately they were used. */
export const inOrder = (replies: readonly SavedReply[], language: string | null): SavedReply[] => {
  const spoken = language?.split('-')[0]
  const rank = ({ language: own }: SavedReply) => {
    if (own === null) return 1
    return own.split('-')[0] === spoken ? 0 : 2
  }
  return [...replies].sort(
    (a, b) => rank(a) - rank(b) || (b.usedAt ?? 0) - (a.usedAt ?? 0) || a.name.localeCompare(b.name),
  )
}

/** The word after a slash that begins a line, up to the caret; null where there is none. */
export const wordAfterSlash = (before: string): string | null =>
  /(?:^|\n)\/([^\n/]{0,40})$/.exec(before)?.[1] ?? null
