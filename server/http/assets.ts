import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import type { Locale } from '../contract/site.ts'
import { EncodedBody } from './encoded-body.ts'

/** Made once, so it may take its time. */
const BEST_QUALITY = 11

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface Asset {
  body: EncodedBody
  type: string
  tag: string
  /** Its address changes with its content. */
  immutable: boolean
  /** May be used by pages of any origin. */
  shared: boolean
}

interface Build {
  hash: string
  locales: Locale[]
}

export interface Assets {
  /** By address, such as `/parla.js`. */
  files: ReadonlyMap<string, Asset>
  /** Null until it has been built. */
  widget: Build | null
  admin: Build | null
}

/**
 * Reads what was built for browsers: the widget at `/`, the admin below `/admin`. All of it is read at once, so that a
 * later build cannot mix with this one, and an address can only name what is here.
 */
export function loadAssets(folder: string): Assets {
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest)) return { files: new Map(), widget: null, admin: null }
  const { widget, admin } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<'widget' | 'admin', Build>
  return {
    files: new Map([
      ...loadFolder(join(folder, 'widget'), '/', widget.hash, true),
      ...loadFolder(join(folder, 'admin'), '/admin/', admin.hash, false),
    ]),
    widget,
    admin,
  }
}

function loadFolder(folder: string, base: string, hash: string, shared: boolean): [string, Asset][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .map(name => {
      const address = base + name.split(sep).join('/')
      const immutable = address.startsWith(`${base}${hash}/`)
      return [address, toAsset(readFileSync(join(folder, name)), name, { immutable, shared })]
    })
}

export const toAsset = (bytes: Buffer, name: string, facts: Pick<Asset, 'immutable' | 'shared'>): Asset => ({
  body: new EncodedBody(bytes, BEST_QUALITY),
  type: TYPES[extname(name)] ?? 'application/octet-stream',
  tag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  ...facts,
})
