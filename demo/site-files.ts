import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export interface SiteFile {
  type: string
  body: Buffer
  etag: string
}

/** Every servable file by its clean URL path: `/en/lucciola`, `/en/`, `/style.css`. */
export type SiteFiles = ReadonlyMap<string, SiteFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
const PARTS = 'parts/'

/**
 * Reads a folder of pages. `{{name}}` becomes `values.name`, `{{parts/name}}` the text of that file;
 * parts are not served on their own. Throws on a placeholder it cannot fill.
 */
export async function loadSiteFiles(directory: string, values: Record<string, string>): Promise<SiteFiles> {
  const names = await readdir(directory, { recursive: true })
  const texts = new Map<string, string>()
  for (const name of names.filter(name => extname(name) in TYPES)) {
    texts.set(name.replaceAll(sep, '/'), await readFile(join(directory, name), 'utf8'))
  }
  const fill = (text: string, inFile: string): string =>
    text.replace(/\{\{([\w./-]+)\}\}/g, (_, key: string) => {
      const found = key.startsWith(PARTS) ? texts.get(key) : values[key]
      if (found === undefined) throw new Error(`${inFile}: nothing known as {{${key}}}`)
      return key.startsWith(PARTS) ? fill(found.trimEnd(), key) : escapeAttribute(found)
    })

  const files = new Map<string, SiteFile>()
  for (const [name, text] of texts) {
    if (name.startsWith(PARTS)) continue
    const body = Buffer.from(name.endsWith('.html') ? fill(text, name) : text)
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    files.set(urlPath(name), { type: TYPES[extname(name)] ?? 'application/octet-stream', body, etag })
  }
  return files
}

function urlPath(name: string): string {
  return `/${name}`.replace(/\/index\.html$/, '/').replace(/\.html$/, '')
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
