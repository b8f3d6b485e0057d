import type { Failure, FailureCode, Refusal } from '../model/types.ts'

export const refusal = (code: FailureCode, retryAfter: number | null = null): Refusal =>
  Object.assign(new Error(code), { failure: { code, retryAfter } })

/** What to tell of anything that was thrown. */
export const failureOf = (thrown: unknown): Failure =>
  (thrown as Partial<Refusal> | null)?.failure ?? { code: 'internal', retryAfter: null }

/**
 * The body of an answer.
 * @throws Refusal with the problem's code, or `network` when there was no answer
 */
export const settle = async <T>(asked: Promise<Response>): Promise<T> => {
  let answer: Response
  let body: { code?: FailureCode; retryAfter?: number } | null
  try {
    answer = await asked
    // What is no JSON is a proxy's own page, and no answer.
    body = answer.status === 204 ? null : await answer.json()
  } catch {
    throw refusal('network')
  }
  if (answer.ok) return body as T
  throw refusal(body?.code ?? 'internal', body?.retryAfter ?? null)
}

export type Query = Record<string, string | number | null | undefined>

/** Reads of one site. */
export type Read = <T>(path: string, query?: Query, init?: RequestInit) => Promise<T>

/** @param base such as `https://talk.lume.example/api/v1/sites/s_lume` */
export const createReader =
  (base: string, common: RequestInit): Read =>
  (path, query = {}, init = {}) => {
    const url = new URL(base + path)
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined) url.searchParams.set(name, String(value))
    }
    return settle(fetch(url, { ...common, ...init, headers: { ...common.headers, ...init.headers } }))
  }
