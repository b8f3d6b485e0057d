import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Snapshot } from '../../../server/contract/reads.ts'
import type { TestClient } from '../../../server/testing/test-client.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 20_000
const HERE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** What the parts of the widget are drawn with, but for their place and width. */
export const look = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('[data-parla] > div')?.shadowRoot
    return ['section', 'article', 'h2', 'textarea', 'button'].map(name => {
      const element = root?.querySelector(name) as Element
      const style = getComputedStyle(element)
      return Object.fromEntries(
        [
          'color',
          'backgroundColor',
          'fontSize',
          'lineHeight',
          'textTransform',
          'letterSpacing',
          'float',
          'display',
        ]
          .concat('paddingTop', 'borderTopWidth')
          .map(property => [property, style[property as 'color']]),
      )
    })
  })

/** Posts as a visitor, and hears live of what Anna posts then. */
export async function takePart(page: Page, anna: TestClient, words: string): Promise<void> {
  const widget = page.getByRole('region', { name: 'Talk with Lume' })
  await widget.getByRole('textbox', { name: 'Your message' }).fill(words)
  await widget.getByRole('button', { name: 'Post', exact: true }).click()
  await widget.getByRole('textbox', { name: 'Name' }).fill('Tom')
  await widget.getByRole('button', { name: 'Post', exact: true }).click()
  await widget.getByText('Just posted by you').waitFor()
  await expect
    .poll(async () => (await anna.get<Snapshot>('snapshot')).threads.map(({ title }) => title), {
      timeout: PATIENCE,
    })
    .toContain(words)
  await anna.run('thread.post', { page: HERE, kind: 'idea', body: `And now, ${words}` })
  await widget
    .getByRole('button', { name: 'Show 1 new post' })
    .or(widget.getByText('1 new'))
    .first()
    .waitFor()
}
