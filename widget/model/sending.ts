import { refusal } from '../api/http.ts'
import type { Core, Live } from './core.ts'
import type { Line } from './line.ts'

const TYPING_EVERY = 3_000

/** What goes out over the line. */
export const createSending = (core: Core, line: Line): Pick<Live, 'command' | 'typing'> => {
  let typing: ReturnType<typeof setTimeout> | null = null
  return {
    command: (id, name, input) => {
      const socket = line.isTheirs() && line.live()
      if (!socket) return null
      return socket
        .ask('command', { id, name, input })
        .catch(() => {
          throw refusal('network')
        })
        .then(answer => {
          if (answer.ok) return answer.value
          throw refusal(answer.problem.code, answer.problem.retryAfter ?? null)
        })
    },
    typing: () => {
      core.typedAt = Date.now()
      if (typing) return
      line.live()?.tell('writing')
      typing = setTimeout(() => {
        typing = null
      }, TYPING_EVERY)
    },
  }
}
