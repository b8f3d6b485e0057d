import type { Express } from 'express'
import { AppError } from '../lib/app-error.ts'
import { ownOrigin } from './admin-door.ts'
import { admitOrigin, answerPreflight } from './cors.ts'
import type { Parts } from './handle.ts'
import { handle } from './handle.ts'
import type { Route } from './route.ts'
import { doorOf } from './route.ts'

/** `{thread}` is how OpenAPI names a part of an address, `:thread` how Express does. */
const expressPath = (path: string) => path.replace(/\{(\w+)\}/g, ':$1')

/** Binds every route, answers preflights of the widget's, and refuses other methods on the same addresses. */
export function register(app: Express, routes: readonly Route[], parts: Parts): void {
  for (const route of routes) app[route.method](expressPath(route.path), handle(route, parts))
  for (const [path, sharing] of groupBy(routes, route => route.path)) {
    const methods = sharing.map(({ method }) => method.toUpperCase())
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS']
    app.options(expressPath(path), async (req, res) => {
      res.setHeader('Allow', allowed.join(', '))
      if (sharing[0] && doorOf(sharing[0]) === 'widget') {
        admitOrigin(await parts.sites.find(String(req.params.site)), ownOrigin(parts.deps.config), req, res)
        answerPreflight(methods, res)
      } else res.status(204).end()
    })
    app.all(expressPath(path), (_req, res) => {
      res.setHeader('Allow', allowed.join(', '))
      throw new AppError('method_not_allowed')
    })
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
