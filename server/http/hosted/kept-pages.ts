import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { ByteLru } from '../../lib/byte-lru.ts'
import { EncodedBody } from '../encoded-body.ts'
import { preferredEncoding } from '../encodings.ts'

const CAPACITY_BYTES = 16 * 1024 * 1024
const WAITED_FOR_QUALITY = 5

/** What an address leads to: a text of some type, or another address. */
export type Made = { type: string; text: string; indexed: boolean } | { movedTo: string }

interface Kept {
  /** Where the site's feed stood when it was made. */
  position: string
  type: string
  indexed: boolean
  /** Of the text itself: what happens elsewhere on the site makes nobody read it again. */
  tag: string
  body: EncodedBody
}

export interface KeptPages {
  /** Answers with what `make` makes, once for all who ask while nothing happens on the site. */
  send(req: Request, res: Response, order: Order): Promise<void>
}

interface Order {
  /** The address, in the one form it has. */
  address: string
  position: string
  make(): Promise<Made>
}

export function createKeptPages(): KeptPages {
  const kept = new ByteLru<Kept>(CAPACITY_BYTES)
  const making = new Map<string, Promise<Kept | { movedTo: string }>>()

  const makeOnce = ({ address, position, make }: Order) => {
    const key = `${position} ${address}`
    const running = making.get(key)
    if (running) return running
    const started = make()
      .then(made => ('movedTo' in made ? made : keep(position, made)))
      .finally(() => making.delete(key))
    making.set(key, started)
    return started
  }

  return {
    async send(req, res, order) {
      const found = kept.get(order.address)
      const page = found?.position === order.position ? found : await makeOnce(order)
      // Asked about each time: what is hidden, parted again or switched off is so at once, for everybody.
      res.setHeader('Cache-Control', 'no-cache')
      if ('movedTo' in page) return res.redirect(301, page.movedTo)
      res.setHeader('ETag', page.tag)
      res.vary('Accept-Encoding')
      if (!page.indexed) res.setHeader('X-Robots-Tag', 'noindex')
      if (isTagged(req, page.tag)) return void res.status(304).end()
      const encoding = preferredEncoding(req.headers['accept-encoding'])
      const bytes = await page.body.as(encoding)
      kept.set(order.address, page, page.body.size + order.address.length)
      if (bytes !== page.body.plain) res.setHeader('Content-Encoding', encoding)
      res.setHeader('Content-Type', page.type)
      res.setHeader('Content-Length', bytes.length)
      res.status(200).end(req.method === 'HEAD' ? undefined : bytes)
    },
  }
}

function keep(position: string, { type, text, indexed }: Exclude<Made, { movedTo: string }>): Kept {
  const bytes = Buffer.from(text)
  const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { ...{ position, type, indexed, tag }, body: new EncodedBody(bytes, WAITED_FOR_QUALITY) }
}

const isTagged = (req: Request, tag: string): boolean =>
  req.headers['if-none-match']?.split(',').some(part => part.trim() === tag) ?? false
