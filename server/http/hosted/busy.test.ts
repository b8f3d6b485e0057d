import { expect, test } from 'vitest'
import { startTestApp } from '../../testing/test-app.ts'

test('[O6] [Q5] who asks a server that is busy is told so by a page, and when to come back', async () => {
  const late = await startTestApp({ load: { overloaded: true, delay: 300, close: () => undefined } })
  try {
    const headers = { 'accept-language': 'de' }
    for (const path of ['', '/t_1', '/feed.xml']) {
      const answer = await fetch(`${late.app.url}/c/${late.site.id}${path}`, { headers })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
      expect(await answer.text()).toContain('Einen Moment')
    }
  } finally {
    await late.close()
  }
})
