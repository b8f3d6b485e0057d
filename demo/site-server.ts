import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import type { SiteFiles } from './site-files.ts'
import { loadSiteFiles } from './site-files.ts'

export interface DemoSiteOptions {
  /** 0 picks a free port. */
  port: number
  /** Origin of the Parla server, e.g. `http://localhost:8080`. */
  parlaOrigin: string
  /** Public key of the site on that server. */
  siteKey: string
  /** Folder of the pages; by default `demo/site` below the working directory. */
  directory?: string
}

export interface DemoSite {
  /** Origin without a trailing slash. */
  url: string
  close(): Promise<void>
}

/** Serves the demo brand's site, read once at start. Rejects when the port is taken or a page is incomplete. */
export async function startDemoSite(options: DemoSiteOptions): Promise<DemoSite> {
  const { parlaOrigin, siteKey } = options
  const files = await loadSiteFiles(resolve(options.directory ?? 'demo/site'), {
    parla: parlaOrigin,
    site: siteKey,
  })
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy(parlaOrigin),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
  }
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    answer(files, request, response)
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, listening)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((closed, failed) => {
        server.close(error => (error ? failed(error) : closed()))
        server.closeAllConnections()
      }),
  }
}

function contentSecurityPolicy(parlaOrigin: string): string {
  const socketOrigin = parlaOrigin.replace(/^http/, 'ws')
  return [
    "default-src 'self'",
    `script-src 'self' ${parlaOrigin}`,
    `connect-src 'self' ${parlaOrigin} ${socketOrigin}`,
    "style-src 'self'",
    "img-src 'self' data:",
  ].join('; ')
}

function answer(files: SiteFiles, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const [path = '/', query] = (request.url ?? '/').split('?')
  if (path === '/') {
    const home = prefersItalian(request.headers['accept-language']) ? '/it/' : '/en/'
    response.writeHead(302, { Location: home, Vary: 'Accept-Language', 'Cache-Control': 'no-cache' }).end()
    return
  }
  const file = files.get(path)
  if (!file) {
    const clean = cleanUrl(files, path)
    if (clean) response.writeHead(308, { Location: query ? `${clean}?${query}` : clean }).end()
    else sendNotFound(files, request, response)
    return
  }
  response.setHeader('ETag', file.etag).setHeader('Cache-Control', 'no-cache')
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end()
    return
  }
  send(request, response, 200, file)
}

/** One address per page, because the address is what its conversations belong to. */
function cleanUrl(files: SiteFiles, path: string): string | undefined {
  const bare = path.replace(/(\/index)?\.html$|\/$/, '')
  return [bare, `${bare}/`].find(candidate => candidate !== path && files.has(candidate))
}

function sendNotFound(files: SiteFiles, request: IncomingMessage, response: ServerResponse): void {
  const page = files.get('/404')
  if (page) send(request, response, 404, page)
  else response.writeHead(404).end()
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: { type: string; body: Buffer },
): void {
  response.writeHead(status, { 'Content-Type': file.type, 'Content-Length': file.body.length })
  response.end(request.method === 'HEAD' ? undefined : file.body)
}

function prefersItalian(acceptLanguage = ''): boolean {
  const weightOf = (language: string) =>
    Math.max(
      0,
      ...acceptLanguage
        .toLowerCase()
        .split(',')
        .map(entry => entry.trim().split(';q='))
        .filter(([tag]) => tag === language || tag?.startsWith(`${language}-`))
        .map(([, weight]) => Number(weight ?? 1) || 0),
    )
  return weightOf('it') > weightOf('en')
}
