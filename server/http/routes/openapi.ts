import { z } from 'zod'
import { createLivingDocument } from '../living-document.ts'
import type { Route } from '../route.ts'
import { route } from '../route.ts'

const Document = z.looseObject({ openapi: z.literal('3.1.0'), info: z.looseObject({ title: z.string() }) })
const example = { openapi: '3.1.0', info: { title: 'Parla' } } as const

/** The route that tells of all the others and of itself. */
export function describeRoutes(others: readonly Route[]): Route {
  const document = createLivingDocument(() => [...others, self])
  const self: Route = route({
    name: 'readOpenApi',
    summary: 'This document',
    method: 'get',
    path: '/api/v1/openapi.json',
    who: 'open',
    answer: { status: 200, schema: Document, example },
    run: async ({ deps }) => ({ ...(await document(deps.store)) }),
  })
  return self
}
