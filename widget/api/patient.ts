import { failureOf } from './http.ts'

/** Tries after the first; with the waits between them a restart of the server fits in. */
const TRIES = 4
const FIRST_WAIT = 500

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Of a question: nothing is lost by asking again. */
const ASK_AGAIN = ['busy', 'network']
/** Of a wish: only what was certainly not done. */
const WISH_AGAIN = ['busy']

const again = async <T>(ask: () => Promise<T>, codes: readonly string[], tries = TRIES): Promise<T> => {
  try {
    return await ask()
  } catch (thrown) {
    const { code, retryAfter } = failureOf(thrown)
    if (!codes.includes(code) || tries === 0) throw thrown
    // No two of the team come back at once.
    const wait = Math.max(FIRST_WAIT * 2 ** (TRIES - tries), (retryAfter ?? 0) * 1000)
    await pause(wait * (0.75 + Math.random() / 2))
    return again(ask, codes, tries - 1)
  }
}

/** Asks again, calmly, while the server is busy or out of reach. @throws what the last try threw */
export const askPatiently = <T>(ask: () => Promise<T>): Promise<T> => again(ask, ASK_AGAIN)

/** The same for what changes something: only where the server said that it did nothing. */
export const wishPatiently = <T>(ask: () => Promise<T>): Promise<T> => again(ask, WISH_AGAIN)
