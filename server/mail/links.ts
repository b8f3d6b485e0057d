import { addressWithin } from '../lib/address-within.ts'
import type { PageRow, SiteRow } from '../store/rows.ts'

/** Where a link of a letter leads. Never made from what a request said of itself. */
export const mailUrl = (publicUrl: string, token: string) => `${publicUrl}/mail/${token}`

/**
 * Where a message is read: its page, as long as that is one of the brand's or of this server. Visitors say themselves
 * where they begin a conversation, and a letter leads nobody where a visitor wants them. Null: nowhere.
 */
export function messageUrl(
  { site, page, publicUrl }: { site: SiteRow; page: PageRow | undefined; publicUrl: string },
  thread: string,
  reply: string,
): string | null {
  const own = [...(JSON.parse(site.origins) as string[]), new URL(publicUrl).origin]
  // A page's key is its canonical address where the embed named none; whoever posts may have said another one since.
  return addressWithin(own, [page?.url, page?.key], `parla-${thread}-${reply}`)
}
