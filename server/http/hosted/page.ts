import type { ThreadView } from '../../contract/thread.ts'
import type { HostedSite } from '../../features/hosted-view.ts'
import { addressWithin } from '../../lib/address-within.ts'
import type { Tongue } from './texts.ts'

/** What everything on a hosted page has to know. */
export interface Page {
  site: HostedSite
  tongue: Tongue
  /** The server's address as browsers see it. */
  publicUrl: string
}

const query = (after: string | number | null | undefined) => (after ? `?after=${after}` : '')

export const listPath = (site: string, after?: string | null) => `/c/${site}${query(after)}`
export const threadPath = (site: string, thread: string, after?: string | number | null) =>
  `/c/${site}/${thread}${query(after)}`
export const feedPath = (site: string) => `/c/${site}/feed.xml`
export const mapPath = (site: string, part: number) => `/c/${site}/sitemap-${part}.xml`
export const imagePath = (site: string, image: string) => `/api/v1/sites/${site}/images/${image}`
export const STYLE_PATH = '/c/style.css'
export const accentPath = (accent: string) => `/c/accent/${accent.slice(1)}.css`

/** Where on the brand's own pages one may take part in a thread. Visitors say where they begin one, so not all are. */
export const placeOf = ({ origins }: HostedSite, { id, page }: ThreadView): string | null =>
  addressWithin(origins, [page.url, page.key], `parla-${id}`)
