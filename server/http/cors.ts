import type { Request, Response } from 'express'
import type { KnownSite } from '../features/known-sites.ts'
import { AppError } from '../lib/app-error.ts'

/** Seconds a browser may remember what a preflight allowed: the longest that Chromium takes. */
const PREFLIGHT_SECONDS = 7200

/**
 * Lets a page of the site read the answer. Scheme, host and port must be on the site's list, letter for letter; a
 * caller without an origin is no browser and reads what is public. The server's `own` pages try the widget out. Never with credentials.
 * Throws `origin_not_allowed`.
 */
export function admitOrigin(site: KnownSite, own: string, req: Request, res: Response): void {
  res.vary('Origin')
  const { origin } = req.headers
  if (origin === undefined) return
  if (origin !== own && !site.origins.has(origin)) throw new AppError('origin_not_allowed')
  res.setHeader('Access-Control-Allow-Origin', origin)
  res.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After')
}

/** Answers the browser's question whether it may send what it is about to send. */
export function answerPreflight(methods: readonly string[], res: Response): void {
  res.setHeader('Access-Control-Allow-Methods', methods.join(', '))
  res.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Idempotency-Key')
  res.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS)
  res.status(204).end()
}
