import type { Express, Request } from 'express'
import { SiteId, ThreadId } from '../contract/ids.ts'
import { Cursor } from '../contract/reads.ts'
import type { HostedSite } from '../features/hosted-view.ts'
import { hostedList, hostedMap, hostedNews, hostedThread } from '../features/reads/hosted.ts'
import { AppError } from '../lib/app-error.ts'
import type { HttpDeps } from './deps.ts'
import { apologise, Gone } from './hosted/apology.tsx'
import { writeFeed } from './hosted/feed.ts'
import type { Made } from './hosted/kept-pages.ts'
import { createKeptPages } from './hosted/kept-pages.ts'
import { renderList } from './hosted/list-page.tsx'
import type { Page } from './hosted/page.ts'
import { threadPath } from './hosted/page.ts'
import { writeMap } from './hosted/site-map.ts'
import { tongueOf } from './hosted/texts.ts'
import { renderThread } from './hosted/thread-page.tsx'

/** Nothing runs here at all. What JSON-LD says is data, which no policy has to allow. */
const POLICY = [
  ...["default-src 'none'", "style-src 'self'", "img-src 'self' data:"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join(';')

const HTML = 'text/html; charset=utf-8'
const ATOM = 'application/atom+xml; charset=utf-8'
const XML = 'application/xml; charset=utf-8'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Pages of the conversations for readers without scripts and for search engines: no cookie, no script, nobody in particular. */
export function registerHosted(app: Express, deps: HttpDeps): void {
  const { store, config, feed } = deps
  const kept = createKeptPages()

  const pageOf = (site: HostedSite): Page => ({
    ...{ site, publicUrl: config.publicUrl },
    tongue: tongueOf(site.locale, site.timeZone),
  })

  /** One kind of page: what is asked for, in its one form, and how it is made. */
  const serve = (
    path: string,
    read: (req: Request, siteId: string) => { suffix: string; make(): Promise<Made> },
  ) => {
    app.get(path, async (req, res) => {
      res.setHeader('Content-Security-Policy', POLICY)
      try {
        if (deps.isOverloaded()) throw new AppError('busy')
        const siteId = String(req.params.site)
        if (!SiteId.safeParse(siteId).success) throw new AppError('not_found')
        const { suffix, make } = read(req, siteId)
        const { epoch, head } = await feed.head(siteId)
        await kept.send(req, res, { address: `${siteId}${suffix}`, position: `${epoch} ${head}`, make })
      } catch (error) {
        await apologise(store, req, res, error)
      }
    })
    app.all(path, (_req, res) => {
      res.setHeader('Allow', 'GET, HEAD')
      throw new AppError('method_not_allowed')
    })
  }

  // First: what follows takes it for a conversation.
  app.get('/c/accent/:file', (req, res) => {
    const colour = /^([0-9a-f]{6})\.css$/.exec(String(req.params.file))?.[1]
    if (!colour) throw new AppError('not_found')
    res.type('css').setHeader('Cache-Control', FOR_EVER)
    res.send(`:root{--accent:#${colour}}`)
  })
  serve('/c/:site', (req, siteId) => {
    const after = afterOf(req)
    return {
      suffix: `?${after ?? ''}`,
      async make() {
        const list = await hostedList(store, siteId, after)
        return { type: HTML, text: renderList(pageOf(list.site), list, after), indexed: list.site.indexed }
      },
    }
  })
  serve('/c/:site/feed.xml', (_req, siteId) => ({
    suffix: '/feed',
    async make() {
      const news = await hostedNews(store, siteId)
      return { type: ATOM, text: writeFeed(pageOf(news.site), news), indexed: news.site.indexed }
    },
  }))
  serve('/c/:site/sitemap{-:part}.xml', (req, siteId) => {
    const { part: number } = req.params
    if (number !== undefined && !/^[1-9]\d{0,4}$/.test(String(number))) throw new AppError('not_found')
    const part = number === undefined ? null : Number(number)
    return {
      suffix: `/map${part ?? ''}`,
      async make() {
        const map = await hostedMap(store, siteId, part)
        return { type: XML, text: writeMap(map, config.publicUrl, part), indexed: true }
      },
    }
  })
  serve('/c/:site/:thread', (req, siteId) => {
    const id = String(req.params.thread)
    const after = afterOf(req) ?? '0'
    if (!ThreadId.safeParse(id).success || !/^\d{1,15}$/.test(after)) throw new AppError('not_found')
    return { suffix: `/${id}?${Number(after)}`, make: () => makeThread(siteId, id, Number(after)) }
  })
  async function makeThread(siteId: string, id: string, after: number): Promise<Made> {
    const read = await hostedThread(store, siteId, { id, after })
    const { thread, site } = read
    if (thread.merged) return { movedTo: threadPath(siteId, thread.merged.id) }
    const page = pageOf(site)
    if (thread.visibility === 'removed') throw new Gone(page, thread.removal)
    if (after > 0 && read.replies.length === 0) throw new AppError('not_found')
    return { type: HTML, text: renderThread(page, read, after), indexed: site.indexed }
  }
}

/** @throws AppError `not_found` for what no page of ours ever linked to */
function afterOf(req: Request): string | undefined {
  const { after } = req.query
  if (after === undefined) return undefined
  const read = Cursor.safeParse(after)
  if (!read.success) throw new AppError('not_found')
  return read.data
}
