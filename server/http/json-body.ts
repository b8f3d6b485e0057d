import type { Request, Response } from 'express'
import express from 'express'
import { MESSAGE_BYTES } from '../contract/limits.ts'
import { AppError } from '../lib/app-error.ts'
import { assertPlainJson } from '../lib/plain-json.ts'

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i

const parse = express.json({
  limit: MESSAGE_BYTES,
  inflate: false,
  strict: false,
  type: () => true,
  verify(_req, _res, bytes) {
    if (bytes.length === 0) throw new Error('The body is empty')
  },
})

/** Throws `unsupported_media`, `too_large`, `malformed`, `too_deep`. */
export async function readJsonBody(req: Request, res: Response): Promise<unknown> {
  if (!JSON_TYPE.test(req.headers['content-type'] ?? '')) throw new AppError('unsupported_media')
  await new Promise<void>((resolve, reject) => {
    parse(req, res, error => (error ? reject(toAppError(error)) : resolve()))
  })
  if (req.body === undefined) throw new AppError('malformed', { detail: 'The body is empty' })
  assertPlainJson(req.body)
  return req.body
}

function toAppError(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  if (type === undefined) return error
  if (type === 'entity.too.large') return new AppError('too_large')
  if (type === 'encoding.unsupported') return new AppError('unsupported_media')
  return new AppError('malformed', { detail: 'The body is not JSON' })
}
