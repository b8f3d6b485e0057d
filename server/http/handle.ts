import type { Request, Response } from 'express'
import type { z } from 'zod'
import { MutationId } from '../contract/ids.ts'
import type { KnownSites } from '../features/known-sites.ts'
import { addressPrefix } from '../lib/address-prefix.ts'
import { AppError } from '../lib/app-error.ts'
import { parseInput } from '../lib/parse-input.ts'
import { assertPlainJson } from '../lib/plain-json.ts'
import { assertOwnPage, ownOrigin } from './admin-door.ts'
import { admitOrigin } from './cors.ts'
import type { HttpDeps } from './deps.ts'
import { NO_FILE, readFileBody, sendFile } from './files.ts'
import { readJsonBody } from './json-body.ts'
import type { Ready } from './ready.ts'
import type { FileAnswer, Route } from './route.ts'
import { doorOf } from './route.ts'
import { writeSessionCookie } from './session-cookie.ts'
import { findStanding } from './standing.ts'

export interface Parts {
  deps: HttpDeps
  sites: KnownSites
  ready: Ready
}

/** One request through one route: the door, the caller, what they sent, the answer. Refusals are thrown. */
export const handle = (route: Route, parts: Parts) => async (req: Request, res: Response) => {
  const { deps, sites, ready } = parts
  const { site: siteId = '', ...rest } = req.params as Record<string, string>
  const door = doorOf(route)
  if (door === 'admin') assertOwnPage(req, deps.config)
  const site = door === 'widget' ? await sites.find(siteId) : null
  if (site) admitOrigin(site, ownOrigin(deps.config), req, res)
  const { origin } = req.headers
  if (origin && site?.origins.has(origin)) deps.sights.note(siteId, origin)
  if (door !== 'plain' && deps.isOverloaded()) throw new AppError('busy', { retryAfter: soon() })
  const standing = await findStanding(route, { req, site: site?.row ?? null, siteId, deps })
  const call = {
    ...standing,
    deps,
    params: readParams(route, rest),
    query: route.query ? readQuery(route.query, req) : undefined,
    key: route.idempotent ? readKey(req) : '',
    file: route.takes ? await readFileBody(route.takes, req, res) : NO_FILE,
    body: route.body ? parseInput(route.body, await readJsonBody(req, res), 'body') : undefined,
    origin,
    from: addressPrefix(req.ip),
    agent: (req.headers['user-agent'] ?? '').slice(0, AGENT_MAX),
    gone: signalOf(res),
    setSession: (token: string | null) => {
      res.setHeader('Set-Cookie', writeSessionCookie(token, deps.config.secureCookies))
    },
  }
  if (route.cache && site) {
    const tag = await ready.tag(siteId)
    const build = () => route.run(call)
    return ready.send(req, res, { siteId, tag, keep: route.cache === 'kept', build })
  }
  const value = await route.run(call)
  if (route.gives) return sendFile(res, value as FileAnswer, door)
  res.setHeader('Cache-Control', 'no-store')
  if (route.answer) res.status(route.answer.status).json(value)
  else res.status(204).end()
}

/** Characters kept of what a browser calls itself. */
const AGENT_MAX = 200

/** Spread, so that those turned away together do not come back together. */
const soon = () => 2 + Math.floor(Math.random() * 6)

function readQuery(schema: z.ZodType, req: Request): unknown {
  assertPlainJson(req.query)
  return parseInput(schema, req.query, 'query')
}

function readParams({ params }: Route, values: Record<string, string>): Record<string, unknown> {
  const read = Object.entries(params).map(([name, schema]) => [name, schema.safeParse(values[name])] as const)
  if (read.some(([, { success }]) => !success)) throw new AppError('not_found')
  return Object.fromEntries(read.map(([name, { data }]) => [name, data]))
}

function readKey(req: Request): string {
  const key = MutationId.safeParse(req.headers['idempotency-key'])
  if (key.success) return key.data
  const message = '8 to 64 letters, digits, dashes or underscores, new for each command'
  throw new AppError('invalid', { issues: [{ path: 'Idempotency-Key', message }] })
}

function signalOf(res: Response): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => controller.abort())
  return controller.signal
}
