import type { Express, Request, Response } from 'express'
import type { Locale } from '../contract/site.ts'
import type { MailAnswers } from '../mail/answers.ts'
import { mailTexts } from '../mail/texts.ts'
import { renderAnswered, renderConfirm, renderOver, renderStop } from './pages/mail-page.tsx'

/** What is said by the address, so that nobody has to read a body: mail programs send one of their own. */
const STOPS = { '/stop': 'one', '/stop/all': 'all' } as const

const languages = Object.keys(mailTexts) as Locale[]

/**
 * Where the links of letters lead: pages without a script. A GET changes nothing, so nothing is done by those who look
 * at all links of a letter before its reader does; a POST is a button, or a mail program's own (RFC 8058).
 */
export function registerMail(app: Express, answers: MailAnswers): void {
  // Old mail programs open the address that the others post to.
  app.get(
    ['', ...Object.keys(STOPS)].map(path => `/mail/:token${path}`),
    async (req, res) => {
      const asked = await answers.look(tokenOf(req))
      if (!asked) return sendOver(req, res)
      const draw = asked.purpose === 'confirm' ? renderConfirm : renderStop
      return send(res, draw({ ...asked, token: tokenOf(req) }))
    },
  )
  app.post('/mail/:token', async (req, res) => {
    const asked = await answers.confirm(tokenOf(req))
    return asked ? send(res, renderAnswered('confirmed', asked)) : sendOver(req, res)
  })
  for (const [path, scope] of Object.entries(STOPS))
    app.post(`/mail/:token${path}`, async (req, res) => {
      const asked = await answers.stop(tokenOf(req), scope)
      return asked ? send(res, renderAnswered(scope, asked)) : sendOver(req, res)
    })
}

const tokenOf = (req: Request) => String(req.params.token)

/** Nothing is known of whoever comes by such a link but what their browser says. */
function sendOver(req: Request, res: Response) {
  const locale = (req.acceptsLanguages(...languages) || 'en') as Locale
  res.vary('Accept-Language').status(410)
  send(res, renderOver(locale))
}

const send = (res: Response, page: string) => {
  res.setHeader('Cache-Control', 'no-store').type('html').send(Buffer.from(page))
}
