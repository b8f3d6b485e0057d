import type { Express, Response } from 'express'
import type { KnownSites } from '../features/known-sites.ts'
import trialCss from './pages/trial.css?raw'
import { renderTrialPage, TrialQuery, trialStyle } from './pages/trial-page.tsx'

/** Pages on which a site's widget can be tried, alone or framed by the admin view. */
export function registerTrial(app: Express, sites: KnownSites): void {
  app.get('/trial/style.css', (req, res) => {
    res.type('css').setHeader('Cache-Control', 'no-cache')
    res.send(trialStyle(trialCss, TrialQuery.parse(req.query)))
  })
  app.get('/trial/:site', async (req, res) => {
    const { row } = await sites.find(req.params.site)
    letOwnPagesFrame(res)
    const page = renderTrialPage(row, TrialQuery.parse(req.query))
    res.setHeader('Cache-Control', 'no-cache').type('html').send(Buffer.from(page))
  })
}

function letOwnPagesFrame(res: Response) {
  const policy = String(res.getHeader('Content-Security-Policy'))
  res.setHeader('Content-Security-Policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
  res.setHeader('X-Frame-Options', 'SAMEORIGIN')
}
