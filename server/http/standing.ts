import type { Request } from 'express'
import { AppError } from '../lib/app-error.ts'
import type { SiteRow } from '../store/rows.ts'
import type { HttpDeps } from './deps.ts'
import type { Route, Standing, Who } from './route.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Lets the caller in as far as the route asks, or throws `unauthenticated` or `site_unknown`. */
export async function findStanding(
  { who }: Pick<Route, 'who'>,
  { req, site, siteId, deps }: { req: Request; site: SiteRow | null; siteId: string; deps: HttpDeps },
): Promise<Standing[Who]> {
  if (who === 'open') return {}
  if (who === 'maybe-account' || who === 'account' || who === 'staff') {
    const session = await deps.staff.find(readSessionCookie(req.headers.cookie, deps.config.secureCookies))
    if (who === 'maybe-account') return { session }
    if (!session) throw new AppError('unauthenticated')
    return who === 'account' ? { session } : { session, viewer: await deps.staff.viewer(session, siteId) }
  }
  if (!site) throw new AppError('site_unknown')
  if (who === 'anybody') return { viewer: { site, person: null, role: null } }
  const token = readBearer(req)
  if (who === 'inline') {
    const viewer = await deps.passes.find(site.id, token, req.headers.origin)
    if (!viewer) throw new AppError('unauthenticated')
    return { viewer }
  }
  if (who === 'maybe-visitor')
    return { viewer: { site, person: await deps.visitors.recall(site.id, token), role: null }, token }
  const person = await deps.visitors.find(site.id, token)
  if (!person || !token) throw new AppError('unauthenticated')
  return { viewer: { site, person, role: null }, token }
}

function readBearer(req: Request): string | undefined {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined
}
