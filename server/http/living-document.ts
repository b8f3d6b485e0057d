import { findExample } from '../store/example-rows.ts'
import type { Store } from '../store/store.ts'
import { exampleIds, examplePage } from './examples/ids.ts'
import { openApi } from './openapi.ts'
import type { OpenApi } from './openapi-types.ts'
import type { Route } from './route.ts'

/**
 * Answers the OpenAPI document with examples that can be called here and now: where the site they speak of is hosted,
 * as in the demo, the ids in them are made those of a conversation it holds. While that one stays, so does the object.
 */
export function createLivingDocument(routes: () => readonly Route[]): (store: Store) => Promise<OpenApi> {
  let written: OpenApi | undefined
  let living: { key: string; document: OpenApi } | undefined

  return async store => {
    written ??= openApi(routes())
    const found = await store.read(db => findExample(db, exampleIds.site))
    if (!found) return written
    const key = JSON.stringify(found)
    if (living?.key !== key) living = { key, document: enliven(written, found) }
    return living.document
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof findExample>>>

function enliven(document: OpenApi, { page, ...ids }: Found): OpenApi {
  const living = new Map<string, string>([
    [examplePage.key, page],
    ...Object.entries(ids).map(([name, id]) => [exampleIds[name as keyof typeof ids], id] as const),
  ])
  return replaceStrings(document, living) as OpenApi
}

function replaceStrings(node: unknown, living: ReadonlyMap<string, string>): unknown {
  if (typeof node === 'string') return living.get(node) ?? node
  if (Array.isArray(node)) return node.map(item => replaceStrings(item, living))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, replaceStrings(value, living)]))
}
