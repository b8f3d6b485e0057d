import type { HostedMap } from '../../features/reads/hosted.ts'
import { mapPath, threadPath } from './page.ts'
import { writeXml, xml } from './xml.ts'

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

/** The addresses of all conversations, or of the parts in which they come. */
export function writeMap({ site, places, parts }: HostedMap, publicUrl: string, part: number | null): string {
  if (part === null && parts > 1) {
    const numbers = Array.from({ length: parts }, (_, at) => at + 1)
    const each = numbers.map(n => xml('sitemap', {}, xml('loc', {}, publicUrl + mapPath(site.id, n))))
    return writeXml(xml('sitemapindex', NAMESPACE, ...each))
  }
  const each = places.map(({ id, at }) =>
    xml(
      'url',
      {},
      xml('loc', {}, publicUrl + threadPath(site.id, id)),
      xml('lastmod', {}, new Date(at).toISOString()),
    ),
  )
  return writeXml(xml('urlset', NAMESPACE, ...each))
}
