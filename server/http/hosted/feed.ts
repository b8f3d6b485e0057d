import { createHash } from 'node:crypto'
import type { ThreadView } from '../../contract/thread.ts'
import type { HostedList } from '../../features/reads/hosted.ts'
import type { Page } from './page.ts'
import { feedPath, listPath, threadPath } from './page.ts'
import type { Xml } from './xml.ts'
import { writeXml, xml } from './xml.ts'

const time = (at: number) => new Date(at).toISOString()
const changedAt = ({ createdAt, editedAt }: ThreadView) => editedAt ?? createdAt

/** The newest conversations as Atom 1.0 (RFC 4287). */
export function writeFeed(page: Page, { threads }: HostedList): string {
  const { site, tongue, publicUrl } = page
  return writeXml(
    xml(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.locale },
      xml('id', {}, lastingId(site.id)),
      xml('title', {}, tongue.say('page.feed', { brand: site.brand })),
      xml('updated', {}, time(Math.max(site.createdAt, ...threads.map(changedAt)))),
      xml('author', {}, xml('name', {}, site.brand)),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: publicUrl + feedPath(site.id) }),
      xml('link', { rel: 'alternate', type: 'text/html', href: publicUrl + listPath(site.id) }),
      ...threads.map(thread => entry(page, thread)),
    ),
  )
}

function entry({ site, tongue, publicUrl }: Page, thread: ThreadView): Xml {
  return xml(
    'entry',
    thread.language ? { 'xml:lang': thread.language } : {},
    xml('id', {}, lastingId(`${site.id}/${thread.id}`)),
    xml('title', {}, thread.title),
    xml('published', {}, time(thread.createdAt)),
    xml('updated', {}, time(changedAt(thread))),
    xml('author', {}, xml('name', {}, thread.author.name)),
    xml('category', { term: thread.kind, label: tongue.say(`kind.${thread.kind}`) }),
    xml('link', { rel: 'alternate', type: 'text/html', href: publicUrl + threadPath(site.id, thread.id) }),
    // What the title says already is not said again.
    xml('summary', {}, thread.excerpt || thread.title),
  )
}

/** A UUID made of what is meant: the same for ever, also when the server moves to another address. */
function lastingId(meant: string): string {
  const bytes = createHash('sha256').update(`parla:${meant}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`
}
