import type { Request, Response } from 'express'
import express from 'express'
import { AppError } from '../lib/app-error.ts'
import type { FileAnswer, Taken } from './route.ts'

/** What routes that take none are given. */
export const NO_FILE = Buffer.alloc(0)

/** Throws `unsupported_media`, `too_large`, `malformed`. */
export async function readFileBody({ types, most }: Taken, req: Request, res: Response): Promise<Buffer> {
  const type = req.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw new AppError('unsupported_media')
  const read = express.raw({ limit: most, inflate: false, type: () => true })
  await new Promise<void>((resolve, reject) => {
    read(req, res, error => (error ? reject(toAppError(error)) : resolve()))
  })
  if (!Buffer.isBuffer(req.body) || req.body.length === 0)
    throw new AppError('malformed', { detail: 'The body is empty' })
  return req.body
}

function toAppError(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  if (type === undefined) return error
  if (type === 'entity.too.large') return new AppError('too_large')
  if (type === 'encoding.unsupported') return new AppError('unsupported_media')
  return new AppError('malformed', { detail: 'The body could not be read' })
}

/**
 * Sends what somebody uploaded so that it is drawn where a page asks for a picture, and is nothing anywhere else: its
 * type is not guessed, it opens as no document, and no page but the admin's own may embed what that one may see.
 */
export function sendFile(res: Response, file: FileAnswer, door: 'widget' | 'admin' | 'plain'): void {
  res.setHeader('Content-Type', file.type)
  res.setHeader('Content-Disposition', `attachment; filename="${file.name}"`)
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('Cross-Origin-Resource-Policy', door === 'widget' ? 'cross-origin' : 'same-origin')
  res.setHeader('Cache-Control', file.lasting ? 'private, max-age=31536000, immutable' : 'no-store')
  res.setHeader('Content-Length', file.bytes.length)
  res.status(200).end(file.bytes)
}
