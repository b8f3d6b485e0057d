/** A service that tests may use. `stop` ends it if these tests started it. */
export interface RunningService {
  readonly url: string
  stop(): Promise<void>
}

/** A service that was there before, and stays. */
export function borrowed(url: string): RunningService {
  return { url, stop: async () => {} }
}
