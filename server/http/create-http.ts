import type { RequestListener } from 'node:http'
import type { Express } from 'express'
import express from 'express'
import { AppError } from '../lib/app-error.ts'
import { createMailAnswers } from '../mail/answers.ts'
import { loadAssets } from './assets.ts'
import type { HttpDeps } from './deps.ts'
import { protectiveHeaders } from './headers.ts'
import { registerHosted } from './hosted.ts'
import { registerMail } from './mail.ts'
import { pageFiles, registerPages } from './pages.ts'
import { answerWithProblem } from './problem-answer.ts'
import { createReady } from './ready.ts'
import { register } from './register.ts'
import { routes } from './routes.ts'
import { createStatic } from './static.ts'
import { registerTrial } from './trial.ts'

/** All that the server answers over HTTP. Ready bytes and files go out before Express is asked. */
export function createHttp(deps: HttpDeps): RequestListener {
  const { sites } = deps
  const ready = createReady(deps.feed, sites, deps.sights)
  const assets = loadAssets(deps.config.assetsDir)
  const files = createStatic(new Map([...assets.files, ...pageFiles()]))

  const app = createExpress(deps)
  registerPages(app, assets, deps.store)
  registerTrial(app, sites)
  registerHosted(app, deps)
  registerMail(app, createMailAnswers(deps))
  register(app, routes, { deps, sites, ready })
  app.use(() => {
    throw new AppError('not_found')
  })
  app.use(answerWithProblem(deps.logger))

  return async (req, res) => {
    try {
      if ((await ready.answer(req, res)) || (await files(req, res))) return
    } catch (error) {
      // Express meets the same trouble again and tells the caller of it.
      deps.logger.debug({ err: error }, 'no ready answer')
    }
    app(req, res)
  }
}

function createExpress({ config }: HttpDeps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('query parser', 'simple')
  app.set('trust proxy', config.trustedProxies ?? false)
  app.use(protectiveHeaders(config))
  return app
}
