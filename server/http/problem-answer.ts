import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import { AppError } from '../lib/app-error.ts'
import { toProblem } from '../lib/problem.ts'

/** Writes whatever was thrown as an RFC 9457 problem. What nobody expected is logged and told to nobody. */
export const answerWithProblem =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, req: Request, res: Response, _next) => {
    const problem = toProblem(isUnreadableAddress(error) ? new AppError('malformed') : error)
    // The query and the headers may carry what nobody should read in a log.
    if (problem.code === 'internal')
      logger.error({ err: error, method: req.method, path: req.path }, 'request failed')
    if (res.headersSent) {
      res.destroy()
      return
    }
    if (problem.retryAfter !== undefined) res.setHeader('Retry-After', problem.retryAfter)
    if (problem.code === 'too_large') res.setHeader('Connection', 'close')
    res.removeHeader('ETag')
    res.setHeader('Cache-Control', 'no-store')
    res
      .status(problem.status)
      .type('application/problem+json')
      .send(Buffer.from(JSON.stringify(problem)))
  }

/** Express found a percent sign that starts nothing. */
const isUnreadableAddress = (error: unknown) =>
  error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400)
