import type { Socket } from 'socket.io'
import type { Passes } from '../auth/passes.ts'
import type { Staff } from '../auth/staff.ts'
import type { Visitors } from '../auth/visitor.ts'
import { OLDEST_PROTOCOL } from '../contract/limits.ts'
import { Handshake } from '../contract/socket.ts'
import type { KnownSites } from '../features/known-sites.ts'
import type { Viewer } from '../features/viewer.ts'
import { AppError } from '../lib/app-error.ts'
import { parseInput } from '../lib/parse-input.ts'

/** Who a socket speaks for. `session` names the staff session it ends with. */
export interface SocketViewer extends Viewer {
  session: string | null
  /** Nobody is told of them. */
  hidden: boolean
}

export interface ViewersParts {
  sites: KnownSites
  visitors: Visitors
  staff: Staff
  passes: Passes
  /** Whether the admin may be spoken to from this origin. */
  isAdminOrigin(origin: string | undefined): boolean
  /** The session token of an upgrade request's cookies. */
  sessionToken(cookies: string | undefined): string | undefined
}

/**
 * Finds out who connects. Throws `protocol_too_old`, `site_unknown`, `origin_not_allowed`, `unauthenticated`. The
 * Origin header is a filter against copied snippets, not a login: whoever is no browser can write what they like.
 */
export async function identifySocket(socket: Socket, parts: ViewersParts): Promise<SocketViewer> {
  const { origin, cookie } = socket.handshake.headers
  const auth = parseInput(Handshake, socket.handshake.auth, 'auth')
  if (auth.protocol < OLDEST_PROTOCOL) throw new AppError('protocol_too_old')
  const { row: site, origins } = await parts.sites.find(auth.site)
  if (auth.staff) {
    if (!parts.isAdminOrigin(origin)) throw new AppError('origin_not_allowed')
    const session = await parts.staff.find(parts.sessionToken(cookie))
    if (!session) throw new AppError('unauthenticated')
    return {
      ...(await parts.staff.viewer(session, auth.site)),
      session: session.hash,
      hidden: auth.hidden ?? false,
    }
  }
  if (origin !== undefined && !origins.has(origin) && !parts.isAdminOrigin(origin))
    throw new AppError('origin_not_allowed')
  if (auth.pass) {
    const viewer = await parts.passes.find(site.id, auth.pass, origin)
    if (!viewer) throw new AppError('unauthenticated')
    return { ...viewer, session: viewer.inline.session, hidden: auth.hidden ?? false }
  }
  const person = await parts.visitors.recall(site.id, auth.token)
  const { token } = auth
  if (token && !person) throw new AppError('unauthenticated')
  if (token && person) socket.once('disconnect', () => parts.visitors.keep(site.id, token, person))
  return { site, person, role: null, session: null, hidden: false }
}
