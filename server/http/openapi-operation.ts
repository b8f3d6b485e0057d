import type { z } from 'zod'
import type { ErrorCode } from '../contract/errors.ts'
import { errors } from '../contract/errors.ts'
import { MutationId, SiteId } from '../contract/ids.ts'
import { Problem } from '../contract/problem.ts'
import { exampleIds, exampleKey } from './examples/ids.ts'
import { exampleProblem } from './examples/problems.ts'
import type { JsonSchema, Media, Operation, Parameter, Response } from './openapi-types.ts'
import { problemsOf } from './problems-of.ts'
import type { Route, Taken, Variant, Who } from './route.ts'
import { doorOf } from './route.ts'
import type { SchemaCollector } from './schema-collector.ts'

/** One route as OpenAPI tells of it; of a route with variants, one of them. */
export function describeOperation(route: Route, schemas: SchemaCollector, variant?: Variant): Operation {
  const body = variant?.body ?? route.body
  const example = variant ? variant.example : route.examples?.body
  const problems = problemsOf(route, variant ? [...variant.problems, 'not_found'] : [])
  const codes = variant ? problems.filter(code => code !== 'command_unknown') : problems
  return {
    operationId: variant ? `${route.name}:${variant.value}` : route.name,
    summary: variant?.summary ?? route.summary,
    tags: [tagOf(route)],
    security: security[route.who],
    parameters: parametersOf(route, schemas, variant),
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.of(body, 'input'), example } },
      },
    }),
    ...(route.takes && { requestBody: { required: true, content: fileContent(route.takes) } }),
    responses: { ...answersOf(route, schemas, variant), ...problemAnswers(codes, schemas) },
  }
}

const security: Record<Who, Record<string, string[]>[]> = {
  open: [],
  anybody: [],
  'maybe-visitor': [{}, { device: [] }],
  visitor: [{ device: [] }],
  inline: [{ pass: [] }],
  'maybe-account': [{}, { session: [] }],
  account: [{ session: [] }],
  staff: [{ session: [] }],
}

function tagOf(route: Route): string {
  const door = doorOf(route)
  if (door === 'admin') return 'Team'
  if (door === 'plain') return 'Server'
  if (route.who === 'inline') return 'Inline'
  return route.who === 'visitor' ? 'Visitor' : 'Public'
}

function parametersOf(route: Route, schemas: SchemaCollector, variant?: Variant): Parameter[] {
  const inPath = { ...(route.path.includes('{site}') ? { site: SiteId } : {}), ...route.params }
  const values: Record<string, unknown> = { site: exampleIds.site, ...route.examples?.params }
  return [
    ...Object.entries(inPath).map(([name, schema]) => ({
      name,
      in: 'path' as const,
      required: true,
      schema: schemas.of(schema, 'input'),
      example: values[name],
    })),
    ...(route.query ? queryOf(route.query, route.examples?.query, schemas) : []),
    ...(route.idempotent
      ? [header('Idempotency-Key', schemas.of(MutationId, 'input'), exampleKey(variant?.value ?? route.name))]
      : []),
    ...(doorOf(route) === 'admin' && route.method !== 'get'
      ? [header('X-Parla-Admin', { type: 'string', const: '1' }, '1')]
      : []),
  ]
}

const header = (name: string, schema: JsonSchema, example: string): Parameter => ({
  name,
  in: 'header',
  required: true,
  schema,
  example,
})

function queryOf(query: z.ZodType, example: unknown, schemas: SchemaCollector): Parameter[] {
  const { properties = {}, required = [] } = schemas.of(query, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  const values = (example ?? {}) as Record<string, unknown>
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(values[name] === undefined ? {} : { example: values[name] }),
  }))
}

/** A file is told of by its type alone; the example is where a `data:` address leads. */
const fileContent = ({ types, example }: Taken): Record<string, Media> =>
  Object.fromEntries(
    types.map((type, i) => [
      type,
      i > 0 ? {} : { examples: { small: { externalValue: `data:${type};base64,${example}` } } },
    ]),
  )

function answersOf(route: Route, schemas: SchemaCollector, variant?: Variant): Record<string, Response> {
  if (route.gives) {
    const content = Object.fromEntries(route.gives.map(type => [type, {}]))
    return { 200: { description: 'The file', content } }
  }
  if (!route.answer) return { 204: { description: 'Done' } }
  const { status, schema, example } = route.answer
  const etag = { ETag: { description: 'The site’s feed position', schema: { type: 'string' } } }
  return {
    [status]: {
      description: status === 201 ? 'Made' : 'Done',
      ...(route.cache && { headers: etag }),
      content: {
        'application/json': { schema: schemas.of(schema, 'output'), example: variant?.answer ?? example },
      },
    },
    ...(route.cache && { 304: { description: 'Nothing happened since `If-None-Match`', headers: etag } }),
  }
}

/** One answer per status; its examples go by the stable codes. */
function problemAnswers(codes: readonly ErrorCode[], schemas: SchemaCollector): Record<string, Response> {
  const schema = schemas.of(Problem, 'output')
  const answers: Record<string, Response> = {}
  for (const status of new Set(codes.map(code => errors[code].status))) {
    const here = codes.filter(code => errors[code].status === status)
    answers[status] = {
      description: here.map(code => errors[code].title).join(' · '),
      content: {
        'application/problem+json': {
          schema,
          examples: Object.fromEntries(here.map(code => [code, { value: exampleProblem(code) }])),
        },
      },
    }
  }
  return answers
}
