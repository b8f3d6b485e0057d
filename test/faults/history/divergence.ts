import { isDeepStrictEqual } from 'node:util'

/** What an audience sees according to the store, by `entity id`. */
export interface Truth {
  /** Everything such a client may hold, as it is now. */
  rows: ReadonlyMap<string, unknown>
  /** What it has to hold: the traces of removed threads are in no list, so that only those who were there know them. */
  required: ReadonlySet<string>
  /** Where the threads of these keys stand among each other, the oldest first. */
  places: ReadonlyMap<string, number>
}

/** Where one client's picture is not the store's. `oldest`: the thread before which it has not read, if there is one. */
export function divergence(
  truth: Truth,
  shown: ReadonlyMap<string, unknown>,
  oldest: string | null = null,
): string[] {
  const from = truth.places.get(`thread ${oldest}`) ?? 0
  const missing = [...truth.required]
    .filter(key => !shown.has(key) && (truth.places.get(key) ?? from) >= from)
    .map(key => `${key}: missing`)
  const wrong = [...shown].flatMap(([key, row]) => {
    if (!truth.rows.has(key)) return [`${key}: not in the store`]
    const is = truth.rows.get(key)
    return isDeepStrictEqual(row, is) ? [] : [`${key}: ${differences(row, is)}`]
  })
  return [...missing, ...wrong]
}

function differences(row: unknown, is: unknown): string {
  if (!isRecord(row) || !isRecord(is)) return 'differs'
  return Object.keys({ ...row, ...is })
    .filter(field => !isDeepStrictEqual(row[field], is[field]))
    .map(field => `${field} ${JSON.stringify(row[field])} instead of ${JSON.stringify(is[field])}`)
    .join(', ')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
