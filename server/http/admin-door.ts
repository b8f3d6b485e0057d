import type { Request } from 'express'
import { AppError } from '../lib/app-error.ts'
import type { HttpConfig } from './deps.ts'

/**
 * What changes something by cookie must come from the admin's own pages: the origin is ours, and the header
 * `X-Parla-Admin` is one that no form and no page of another origin can send without our leave.
 * Throws `origin_not_allowed`, `forbidden`.
 */
export function assertOwnPage(req: Request, config: HttpConfig): void {
  if (req.method === 'GET' || req.method === 'HEAD') return
  const { origin } = req.headers
  const site = req.headers['sec-fetch-site']
  const isOurs =
    origin === undefined ? site === undefined || site === 'same-origin' : origin === ownOrigin(config)
  if (!isOurs) throw new AppError('origin_not_allowed')
  if (req.headers['x-parla-admin'] !== '1')
    throw new AppError('forbidden', { detail: 'The header X-Parla-Admin: 1 is missing' })
}

export const ownOrigin = (config: HttpConfig): string => new URL(config.publicUrl).origin
