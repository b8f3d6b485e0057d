import type { Query } from './http.ts'
import { settle } from './http.ts'
import { askPatiently, wishPatiently } from './patient.ts'

/** A name with several values is asked with each of them. */
type DeskQuery = Record<string, Query[string] | readonly string[]>

/** What a site's team reads and changes beside the conversation. Everything throws Refusal. */
export interface SiteDesk {
  read: <T>(path: string, query?: DeskQuery) => Promise<T>
  write: <T = null>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) => Promise<T>
}

/** Paths begin with a slash and are below `/api/v1/admin/sites/<site>`. */
export const createSiteDesk = (site: string): SiteDesk => {
  const ask = <T>(path: string, init: RequestInit) =>
    settle<T>(fetch(`/api/v1/admin/sites/${site}${path}`, { credentials: 'same-origin', ...init }))
  const headers = { 'X-Parla-Admin': '1' }
  return {
    read: (path, query = {}) => {
      const given = Object.entries(query).flatMap(([name, value]) =>
        [value ?? []].flat().map(one => [name, String(one)]),
      )
      const whole = given.length ? `${path}?${new URLSearchParams(given)}` : path
      return askPatiently(() => ask(whole, { headers }))
    },
    write: (method, path, body) =>
      wishPatiently(() =>
        ask(path, {
          method,
          headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
          ...(body && { body: JSON.stringify(body) }),
        }),
      ),
  }
}
