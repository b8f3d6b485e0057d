import type { Logger } from 'pino'
import { pino } from 'pino'

/** JSON lines on standard error, so that standard output stays for people. Tokens and cookies are blanked. */
export const createLogger = (level: string): Logger =>
  pino(
    {
      level,
      redact: ['req.headers.authorization', 'req.headers.cookie', '*.token', '*.password', '*.code'],
    },
    pino.destination(2),
  )
