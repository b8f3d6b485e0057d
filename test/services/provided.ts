/** What the global setups hand to the tests, by `inject()`; null where this machine has no such service. */
export interface Services {
  /** A Postgres database in which schemas may be created, with pg_trgm. */
  databaseUrl: string | null
  redisUrl: string | null
  /** The executable of Chromium or Chrome. */
  chromiumPath: string | null
}

declare module 'vitest' {
  export interface ProvidedContext extends Services {}
}

/** What a person can do where a service is missing. */
export const ADVICE: Readonly<Record<keyof Services, string>> = {
  databaseUrl: 'Postgres: install postgresql, or set TEST_DATABASE_URL',
  redisUrl: 'Redis: install redis-server, or set TEST_REDIS_URL',
  chromiumPath: 'Chromium: install chromium or Google Chrome, or set TEST_CHROMIUM',
}

/** The advice for each service that was looked for in vain. */
export function missingServices(found: Partial<Services>): string[] {
  return Object.entries(ADVICE)
    .filter(([service]) => found[service as keyof Services] === null)
    .map(([, advice]) => advice)
}
