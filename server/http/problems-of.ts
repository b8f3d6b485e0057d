import type { ErrorCode } from '../contract/errors.ts'
import type { Route } from './route.ts'
import { doorOf } from './route.ts'

/** Every refusal a route can give: its own, and those that follow from what it takes and whom it lets in. */
export function problemsOf(route: Route, own: readonly ErrorCode[] = []): ErrorCode[] {
  const door = doorOf(route)
  const changes = route.method !== 'get'
  const isOfSite = route.path.includes('{site}')
  return [
    ...new Set<ErrorCode>([
      ...(route.body
        ? (['malformed', 'invalid', 'too_deep', 'too_large', 'unsupported_media'] as const)
        : []),
      ...(route.takes ? (['malformed', 'too_large', 'unsupported_media'] as const) : []),
      ...(route.query || route.idempotent ? (['invalid'] as const) : []),
      ...(route.who === 'visitor' ||
      route.who === 'inline' ||
      route.who === 'account' ||
      route.who === 'staff'
        ? (['unauthenticated'] as const)
        : []),
      ...(door === 'admin' && changes ? (['forbidden'] as const) : []),
      ...(door === 'widget' || (door === 'admin' && changes) ? (['origin_not_allowed'] as const) : []),
      ...(isOfSite ? (['site_unknown'] as const) : []),
      ...(Object.keys(route.params).length > 0 ? (['not_found'] as const) : []),
      ...(route.idempotent ? (['conflict'] as const) : []),
      ...route.problems,
      ...own,
      'internal',
      ...(door === 'plain' ? [] : (['busy'] as const)),
    ]),
  ]
}
