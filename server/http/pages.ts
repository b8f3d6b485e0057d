import type { Express, Response } from 'express'
import { AppError } from '../lib/app-error.ts'
import type { Store } from '../store/store.ts'
import type { Asset, Assets } from './assets.ts'
import { toAsset } from './assets.ts'
import { STYLE_PATH } from './hosted/page.ts'
import hostedStyle from './hosted/style.css?raw'
import { createLivingDocument } from './living-document.ts'
import type { OpenApi } from './openapi-types.ts'
import { renderAdminPage } from './pages/admin-page.tsx'
import apiStyle from './pages/api.css?raw'
import { renderApiPage } from './pages/api-page.tsx'
import mailStyle from './pages/mail.css?raw'
import { MAIL_STYLE } from './pages/mail-page.tsx'
import { routes } from './routes.ts'
import { SHORT } from './static.ts'

/** Where one of the team lets a brand's page speak for them. */
const WINDOW = '/inline'

/** The admin's shell, at every address below `/admin` and in that window, and the readable page of the API. */
export function registerPages(app: Express, { admin, files, widget }: Assets, store: Store): void {
  const documentNow = createLivingDocument(() => routes)
  let drawn: { document: OpenApi; page: string } | undefined

  app.get('/', (_req, res) => res.redirect('/admin'))
  app.get(['/admin', '/admin/{*view}', WINDOW], (req, res) => {
    if (!admin) throw new AppError('not_found', { detail: 'The admin view has not been built' })
    // The one page that may speak to whoever opened it: it tells the browser to keep the two together.
    if (req.path === WINDOW) res.setHeader('Cross-Origin-Opener-Policy', 'unsafe-none')
    const locale = req.acceptsLanguages(...admin.locales) || 'en'
    const base = `/admin/${admin.hash}/${locale}/main`
    const style = files.has(`${base}.css`) ? `${base}.css` : null
    res.vary('Accept-Language')
    sendPage(res, renderAdminPage({ locale, script: `${base}.js`, style }))
  })
  // For pages that want the app before the tag could name it: the browser finds there what the tag will ask for.
  app.get('/app/:locale.js', (req, res) => {
    const locale = widget?.locales.find(one => one === req.params.locale)
    if (!locale) throw new AppError('not_found', { detail: 'No widget in that language' })
    res.set({
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': SHORT,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Timing-Allow-Origin': '*',
    })
    res.redirect(`/${widget?.hash}/${locale}/app.js`)
  })
  app.get('/api', async (_req, res) => {
    const document = await documentNow(store)
    if (drawn?.document !== document) drawn = { document, page: renderApiPage(document) }
    sendPage(res, drawn.page)
  })
}

const sendPage = (res: Response, page: string) =>
  res.setHeader('Cache-Control', 'no-cache').type('html').send(Buffer.from(page))

/** What the pages need beside the builds. */
export const pageFiles = (): [string, Asset][] => [
  ['/api/style.css', toAsset(Buffer.from(apiStyle), 'style.css', { immutable: false, shared: false })],
  [STYLE_PATH, toAsset(Buffer.from(hostedStyle), 'style.css', { immutable: false, shared: false })],
  [MAIL_STYLE, toAsset(Buffer.from(mailStyle), 'style.css', { immutable: false, shared: false })],
]
