import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFiles, readProjectFile } from '../../guards/repository.ts'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { LONG, openExhibition, show } from './exhibition.ts'

const [told = '', parts = ''] = readFileSync('docs/theming.md', 'utf8').split('## Parts')
const documentedTokens = new Set(told.match(/--parla-[\w-]+/g))
const documentedParts = [...parts.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
)

test('[L5] the tokens that the style sheets read are those of docs/theming.md', () => {
  const sheets = projectFiles('.css').filter(path => path.startsWith('widget/styles/'))
  const read = new Set(
    sheets.flatMap(path => readProjectFile(path).match(/(?<=var\(\s*)--parla-[\w-]+/g) ?? []),
  )
  expect([...read].sort()).toEqual([...documentedTokens].sort())
})

describeWith('chromiumPath')('a page that wants other looks', () => {
  let exhibition: Exhibition
  let page: Page
  beforeAll(async () => {
    exhibition = await openExhibition()
    page = await exhibition.enter('en')
  }, LONG)
  afterAll(() => exhibition?.close())

  test('[L6] finds each part of docs/theming.md and no other, and can style it', {
    timeout: LONG,
  }, async () => {
    await page.addStyleTag({
      content: documentedParts
        .map(part => `[data-mode]::part(${part}) { outline-color: rgb(1, 2, 3); }`)
        .join('\n'),
    })
    const found = new Set<string>()
    const plain = new Set<string>()
    for (const scene of exhibition.scenes) {
      await show(page, scene, 720)
      const seen = await page.locator('[data-mode] [part]').evaluateAll(elements =>
        elements
          // What was drawn anew meanwhile looks like nothing.
          .filter(element => element.isConnected)
          .map(element => [element.part.value, getComputedStyle(element).outlineColor] as const),
      )
      for (const [part, colour] of seen) {
        found.add(part)
        if (colour !== 'rgb(1, 2, 3)') plain.add(part)
      }
    }
    expect([...found].sort()).toEqual([...documentedParts].sort())
    expect([...plain]).toEqual([])
  })

  test('[H6] keeps every size, whatever it sets at its root element', { timeout: LONG }, async () => {
    const measure = (rootSize: string) =>
      page.evaluate(size => {
        document.body.style.fontSize = '16px'
        document.documentElement.style.fontSize = size
        const all = document.querySelector('[data-mode]')?.shadowRoot?.querySelectorAll('*') ?? []
        return [...all].map(element => {
          const { width, height } = element.getBoundingClientRect()
          const { className, localName } = element
          return `${localName}.${className} ${width} ${height} ${getComputedStyle(element).fontSize}`
        })
      }, rootSize)
    const findings: string[] = []
    for (const scene of exhibition.scenes) {
      await show(page, scene, 360)
      let [usual, small, large, after] = [[''], [''], [''], ['…']]
      // A minute that passes meanwhile makes a time longer.
      while (usual.join() !== after.join())
        [usual, small, large, after] = [
          await measure(''),
          await measure('62.5%'),
          await measure('200%'),
          await measure(''),
        ]
      for (const now of [small, large]) {
        const other = now.find((one, at) => one !== usual[at])
        if (other) findings.push(`${scene}: ${other}`)
      }
    }
    expect(findings.join('\n')).toBe('')
  })

  /** What becomes of a token set at the root of the page. */
  const sizes: readonly [
    token: string,
    value: string,
    scene: string,
    selector: string,
    property: string,
    so: string,
  ][] = [
    ['--parla-radius', '3px', 'home.full', '.more', 'border-top-left-radius', '3px'],
    ['--parla-density', '.85', 'home.full', '.home', 'padding-top', '13.6px'],
    ['--parla-max-width', '300px', 'home.full', '.widget', 'width', '300px'],
    ['--parla-font', 'monospace', 'home.full', '.card', 'font-family', 'monospace'],
    ['--parla-font-size', '20px', 'home.full', '.title', 'font-size', '21.25px'],
    ['--parla-bg', 'rgb(1, 2, 3)', 'home.full', '.widget', 'background-color', 'rgb(1, 2, 3)'],
    ['--parla-text', 'rgb(1, 2, 3)', 'home.full', '.title', 'color', 'rgb(1, 2, 3)'],
    ['--parla-text-3', 'rgb(1, 2, 3)', 'home.full', '.meta', 'color', 'rgb(1, 2, 3)'],
    ['--parla-border-strong', 'rgb(1, 2, 3)', 'home.full', '.writing', 'border-top-color', 'rgb(1, 2, 3)'],
    ['--parla-green-soft', 'rgb(1, 2, 3)', 'home.full', '.status.green', 'background-color', 'rgb(1, 2, 3)'],
    ['--parla-red-solid', 'rgb(1, 2, 3)', 'launcher.unread', '.news', 'background-color', 'rgb(1, 2, 3)'],
    ['--parla-launcher-size', '40px', 'launcher.closed', '.open', 'height', '40px'],
    ['--parla-launcher-block', '7px', 'launcher.closed', '.open', 'bottom', '7px'],
    ['--parla-launcher-inline', '7px', 'launcher.closed', '.open', 'right', '7px'],
    ['--parla-z', '5', 'launcher.closed', '.open', 'z-index', '5'],
  ]
  test.each(sizes)('[L3] sets %s to %s', async (token, value, scene, selector, property, so) => {
    await show(page, scene, 360)
    const root = page.locator('html')
    const computed = () =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
    expect(await computed()).not.toBe(so)
    await root.evaluate((element, [name, now]) => element.style.setProperty(name, now), [
      token,
      value,
    ] as const)
    expect(await computed()).toBe(so)
    await root.evaluate((element, name) => element.style.removeProperty(name), token)
  })
})
