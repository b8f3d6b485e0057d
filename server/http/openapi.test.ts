import { expect, test } from 'vitest'
import { errors } from '../contract/errors.ts'
import { Problem } from '../contract/problem.ts'
import { openApi } from './openapi.ts'
import { routes } from './routes.ts'

const document = openApi(routes)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

function refsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    key === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  )
}

test('[X2] every reference in the document leads to a component', () => {
  const refs = new Set(refsIn(document))
  expect(refs.size).toBeGreaterThan(20)
  for (const ref of refs) {
    expect(ref).toMatch(/^#\/components\/schemas\/\w+$/)
    expect(document.components.schemas).toHaveProperty(ref.split('/').at(-1) ?? '')
  }
})

test('[X2] every operation has an id of its own, a summary and its parameters', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, operation } of operations) {
    expect(operation.summary).not.toBe('')
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
    expect(operation.parameters.filter(p => p.in === 'path').map(p => p.name)).toEqual(named)
    for (const parameter of operation.parameters.filter(p => p.required))
      expect(parameter, `${operation.operationId} ${parameter.name}`).toHaveProperty('example')
  }
})

test('[X2] every request and every answer with a body has a schema and an example', () => {
  for (const { operation } of operations) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)]
    const isText = ([type]: [string, unknown]) => type.startsWith('application/')
    for (const [, media] of bodies.flatMap(body => Object.entries(body?.content ?? {}).filter(isText))) {
      expect(media.schema).toBeTypeOf('object')
      expect(media.example ?? Object.values(media.examples ?? {})[0], operation.operationId).toBeDefined()
    }
    expect(operation.responses).toHaveProperty('500')
  }
})

test('[X2] every example of a request and an answer fits its own schema', () => {
  for (const route of routes) {
    const { query, body, answer, examples, params, variants } = route
    for (const [name, schema] of Object.entries(params))
      if (name !== variants?.param) schema.parse(examples?.params?.[name])
    if (query) query.parse(examples?.query)
    if (body && !variants) body.parse(examples?.body)
    if (answer) answer.schema.parse(answer.example)
    for (const variant of variants?.of ?? []) {
      variant.body.parse(variant.example)
      answer?.schema.parse(variant.answer)
    }
  }
})

test('[X2] every example of a problem is one, and every code is some route’s', () => {
  const examples = operations.flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, { content }]) =>
      Object.entries(content?.['application/problem+json']?.examples ?? {}).map(([code, { value }]) => ({
        status,
        code,
        problem: Problem.parse(value),
      })),
    ),
  )
  for (const { status, code, problem } of examples) {
    expect(problem).toMatchObject({ code, status: Number(status), type: `/api#problem-${code}` })
    if (status === '429' || status === '503') expect(problem.retryAfter).toBeGreaterThan(0)
  }
  const elsewhere = ['method_not_allowed', 'command_unknown', 'protocol_too_old']
  const seen = new Set([...examples.map(({ code }) => code), ...elsewhere])
  expect(Object.keys(errors).filter(code => !seen.has(code))).toEqual([])
})
