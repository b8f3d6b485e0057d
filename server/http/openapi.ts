import { errors } from '../contract/errors.ts'
import { PROTOCOL } from '../contract/limits.ts'
import { describeOperation } from './openapi-operation.ts'
import type { OpenApi, Operation } from './openapi-types.ts'
import type { Route, Variant } from './route.ts'
import { createSchemaCollector } from './schema-collector.ts'

const tags = [
  {
    name: 'Public',
    description: 'What everybody may read. The same for all, cached by its ETag; no credential.',
  },
  { name: 'Visitor', description: 'With the device token in the header `Authorization: Bearer …`.' },
  {
    name: 'Inline',
    description:
      'The team on the brand’s own page, by a pass of at most fifteen minutes for one origin. It answers, marks, hides and notes, and nothing else.',
  },
  {
    name: 'Team',
    description: 'From the admin’s own origin, by cookie. What changes something needs `X-Parla-Admin: 1`.',
  },
  { name: 'Server', description: 'For whoever operates the server.' },
]

/** The OpenAPI 3.1 document of the routes: every address, request, answer and problem, each with an example. */
export function openApi(routes: readonly Route[]): OpenApi {
  const schemas = createSchemaCollector()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const { route, variant } of routes.flatMap(spread)) {
    const { path } = route
    paths[path] = { ...paths[path], [route.method]: describeOperation(route, schemas, variant) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parla',
      version: `1.${PROTOCOL}`,
      description: `Public conversations on a brand’s own pages. Errors are RFC 9457 problem documents with one of ${Object.keys(errors).length} stable codes.`,
    },
    servers: [{ url: '/' }],
    tags,
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas.named).sort(([a], [b]) => a.localeCompare(b))),
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer', description: 'The token that `addDevice` answered once.' },
        pass: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token that `claimPass` answered, from the one origin it was given for.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-parla',
          description: 'Set by `signIn`. Over plain HTTP, for development, it is named `parla`.',
        },
      },
    },
  }
}

/** A route with variants is described once for each of them, at its own address. */
function spread(route: Route): { route: Route; variant?: Variant }[] {
  if (!route.variants) return [{ route }]
  const { param, of } = route.variants
  const { [param]: _one, ...params } = route.params
  return of.map(variant => ({
    route: { ...route, params, path: route.path.replace(`{${param}}`, variant.value) },
    variant,
  }))
}
