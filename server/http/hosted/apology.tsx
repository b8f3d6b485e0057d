import type { Request, Response } from 'express'
import { LOCALES } from '../../contract/limits.ts'
import type { Removal } from '../../contract/moderation.ts'
import type { Locale } from '../../contract/site.ts'
import { hostedSite } from '../../features/reads/hosted.ts'
import { AppError } from '../../lib/app-error.ts'
import type { Store } from '../../store/store.ts'
import { Removed } from './message.tsx'
import type { Page } from './page.ts'
import { renderSorry } from './sorry-page.tsx'
import { tongueOf } from './texts.ts'

/** There was a conversation, and it was taken away. */
export class Gone extends Error {
  readonly page: Page
  readonly removal: Removal | null
  constructor(page: Page, removal: Removal | null) {
    super('gone')
    this.page = page
    this.removal = removal
  }
}

const MISSING = ['not_found', 'site_unknown', 'invalid']

/**
 * Refusals as pages to read: in the site's language where there is a site, else in the reader's. Unknown, foreign and
 * invisible conversations get the same answer. Throws again what is no refusal.
 */
export async function apologise(store: Store, req: Request, res: Response, error: unknown): Promise<void> {
  const code = error instanceof AppError ? error.code : null
  if (!(error instanceof Gone) && code !== 'busy' && !MISSING.includes(code ?? '')) throw error
  res.setHeader('Cache-Control', 'no-store').setHeader('X-Robots-Tag', 'noindex')
  if (code === 'busy') {
    res.status(503).setHeader('Retry-After', RETRY_SECONDS)
    // The database has enough to do.
    return send(res, { ...said(localeOf(req, res), 'busy'), site: null })
  }
  const site = await hostedSite(store, String(req.params.site))
  const locale = site?.locale ?? localeOf(req, res)
  res.status(error instanceof Gone ? 410 : 404)
  if (error instanceof Gone)
    send(res, {
      locale,
      title: 'gone.title',
      text: <Removed removal={error.removal} page={error.page} />,
      site,
    })
  else send(res, { ...said(locale, 'missing'), site })
}

const RETRY_SECONDS = 5

const said = (locale: Locale, what: 'busy' | 'missing') => ({
  locale,
  title: `${what}.title` as const,
  text: tongueOf(locale, 'UTC').say(`${what}.text`),
})

const send = (res: Response, what: Parameters<typeof renderSorry>[0]) =>
  void res.type('html').send(Buffer.from(renderSorry(what)))

function localeOf(req: Request, res: Response): Locale {
  res.vary('Accept-Language')
  const asked = req.acceptsLanguages(...LOCALES)
  return LOCALES.find(locale => locale === asked) ?? 'en'
}
