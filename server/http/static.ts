import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asset } from './assets.ts'
import { preferredEncoding } from './encodings.ts'

const IMMUTABLE = 'public, max-age=31536000, immutable'
/** The tag's address never changes: a new one reaches everybody within five minutes. */
export const SHORT = 'public, max-age=300'

/** Answers with a file; false when there is none of that name. */
export function createStatic(files: ReadonlyMap<string, Asset>) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false
    const [path = ''] = (req.url ?? '').split('?')
    const asset = files.get(path)
    if (!asset) return false
    const headers = {
      ETag: asset.tag,
      'Cache-Control': asset.immutable ? IMMUTABLE : SHORT,
      Vary: 'Accept-Encoding',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': asset.shared ? 'cross-origin' : 'same-origin',
      ...(asset.shared ? { 'Access-Control-Allow-Origin': '*', 'Timing-Allow-Origin': '*' } : {}),
    }
    if (req.headers['if-none-match'] === asset.tag) {
      res.writeHead(304, headers).end()
      return true
    }
    const encoding = preferredEncoding(req.headers['accept-encoding'])
    const bytes = await asset.body.as(encoding)
    res.writeHead(200, {
      ...headers,
      'Content-Type': asset.type,
      'Content-Length': bytes.length,
      ...(bytes === asset.body.plain ? {} : { 'Content-Encoding': encoding }),
    })
    res.end(req.method === 'HEAD' ? undefined : bytes)
    return true
  }
}
