import { expect, test } from 'vitest'
import type { HostedSite } from '../../features/hosted-view.ts'
import { writeMap } from './site-map.ts'

const site = { id: 's_lume' } as HostedSite
const URL = 'https://talk.lume.example'

test('[Q8] a map of too many addresses names its parts, and each part its own', () => {
  expect(writeMap({ site, places: [], parts: 3 }, URL, null)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
      [1, 2, 3].map(n => `<sitemap><loc>${URL}/c/s_lume/sitemap-${n}.xml</loc></sitemap>`).join('') +
      '</sitemapindex>\n',
  )
  const part = writeMap({ site, places: [{ id: 't_1', at: 0 }], parts: 3 }, URL, 2)
  expect(part).toContain(`<loc>${URL}/c/s_lume/t_1</loc><lastmod>1970-01-01T00:00:00.000Z</lastmod>`)
})

test('[Q8] a site without conversations has an empty map', () => {
  expect(writeMap({ site, places: [], parts: 1 }, URL, null)).toContain('<urlset')
})
