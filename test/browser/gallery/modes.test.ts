import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { LONG, openExhibition, show } from './exhibition.ts'
import { movements } from './inspect/movements.ts'

describeWith('chromiumPath')('as the visitor’s system wishes', () => {
  let exhibition: Exhibition
  let page: Page
  beforeAll(async () => {
    exhibition = await openExhibition()
    page = await exhibition.enter('en')
  }, LONG)
  afterAll(() => exhibition?.close())

  type Wishes = NonNullable<Parameters<Page['emulateMedia']>[0]>
  const USUAL: Wishes = {
    media: 'screen',
    forcedColors: 'none',
    contrast: 'no-preference',
    reducedMotion: 'reduce',
  }
  const see = async (scene: string, wishes: Wishes = {}, width = 360) => {
    await page.emulateMedia({ ...USUAL, ...wishes })
    await show(page, scene, width, 'dark')
  }
  /** A property of every element that fits the selector, as computed. */
  const computed = (selector: string, property: string, where = page) =>
    where
      .locator(selector)
      .evaluateAll(
        (elements, name) => elements.map(element => getComputedStyle(element).getPropertyValue(name)),
        property,
      )
  /** A browser may paint over a system colour what is half seen through. */
  const opaque = (colour = '') => colour.match(/\d+/g)?.slice(0, 3).join(' ')
  /** A system colour as this browser paints it. */
  const system = (name: string) =>
    page.evaluate(colour => {
      const probe = document.createElement('i')
      probe.style.color = colour
      document.body.append(probe)
      const painted = getComputedStyle(probe).color
      probe.remove()
      return painted
    }, name)

  const CONTROLS =
    '.widget :is(button:not(.skip), select, input:not([type=radio], [type=file]), .pick, .writing)'
  test.each(['home.unread', 'home.search', 'writing.kind', 'writing.name', 'thread.full', 'thread.menu'])(
    '[A5] in forced colours every control has a border: %s',
    async scene => {
      await see(scene, { forcedColors: 'active' })
      const bare = await page.locator(CONTROLS).evaluateAll(controls =>
        controls
          .filter(control => control.checkVisibility())
          .filter(control => {
            const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(control)
            const box = control.localName === 'select' ? null : borderTopColor
            return (
              borderTopStyle !== 'solid' ||
              Number.parseFloat(borderTopWidth) < 1 ||
              box === 'rgba(0, 0, 0, 0)'
            )
          })
          .map(({ localName, className }) => `${localName}.${className}`),
      )
      expect(bare).toEqual([])
    },
  )

  test('[A5] in forced colours what is chosen, unread, a staff name or not yet there shows it', async () => {
    await see('home.unread', { forcedColors: 'active' })
    const highlight = await system('Highlight')
    const chosen = '.chip[aria-pressed=true]'
    await page.locator(chosen).waitFor()
    expect(opaque((await computed(chosen, 'border-top-color'))[0])).toBe(opaque(highlight))
    expect(await computed('.chip[aria-pressed=false]', 'border-top-color')).not.toContain(highlight)
    expect(await computed(chosen, 'border-top-width')).toEqual(['2px'])
    expect(await page.locator('.mark').first().textContent()).toBe('New')
    expect(new Set(await computed('.badge, .avatar, .status', 'border-top-width'))).toEqual(new Set(['1px']))
    await page.keyboard.press('Tab')
    expect(await computed('.widget :focus', 'outline-style')).toEqual(['solid'])
    await show(page, 'home.loading', 360)
    const [lines = ''] = await computed('.skeleton p', 'background-image')
    expect(lines).toContain(await system('GrayText'))
  })

  test('[A5] who asks for more contrast gets darker lines and darker small print', async () => {
    await see('home.full')
    const lines = () => computed('.card .vote[aria-pressed=false]', 'border-top-color')
    const strong = await computed('.writing', 'border-top-color')
    const [small = '', usual] = [(await computed('.presence', 'color'))[0], await lines()]
    expect(usual).not.toContain(strong[0])
    await see('home.full', { contrast: 'more' })
    expect(new Set(await lines())).toEqual(new Set(strong))
    expect(new Set(await computed('.meta', 'color'))).toEqual(new Set(await computed('.meta .name', 'color')))
    expect(await computed('.presence', 'color')).not.toContain(small)
  })

  test('[A5] on paper there are dark words on white, without controls', async () => {
    for (const scene of ['home.full', 'thread.full']) {
      await see(scene, { media: 'print' }, 1080)
      const controls = '.widget :is(button:not(.badge, .vote), textarea, select, input)'
      expect(
        await page.locator(controls).evaluateAll(all => all.filter(one => one.checkVisibility()).length),
      ).toBe(0)
      expect(new Set(await computed('.title a, .title:not(:has(a))', 'color'))).toEqual(
        new Set(['rgb(22, 24, 29)']),
      )
      expect(await computed('.reader', 'max-height')).toEqual(scene === 'thread.full' ? ['none'] : [])
    }
  })

  test('[A5] nothing is moved for those who wish less of it', { timeout: LONG }, async () => {
    const found: string[] = []
    const usual: string[] = []
    for (const scene of ['launcher.open', 'home.new-posts', 'writing.name', 'thread.menu', 'thread.since']) {
      await see(scene)
      found.push(...(await movements(page)))
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      usual.push(...(await movements(page)))
    }
    expect(found).toEqual([])
    // What finds nothing there finds something here.
    expect(usual).toContain('rise')
  })

  test('[A5] Arabic has higher lines, upright emphasis, and a way back that points to the right', async () => {
    const arabic = await exhibition.enter('ar')
    await show(arabic, 'thread.full', 360)
    expect(await computed('.bar > :first-child .icon', 'transform', arabic)).toEqual([
      'matrix(-1, 0, 0, 1, 0, 0)',
    ])
    const [size = '', height = ''] = await Promise.all([
      computed('.widget', 'font-size', arabic),
      computed('.widget', 'line-height', arabic),
    ]).then(([sizes, heights]) => [sizes[0], heights[0]])
    expect(Number.parseFloat(height) / Number.parseFloat(size)).toBeCloseTo(1.6)
    expect(await computed('.widget', 'letter-spacing', arabic)).toEqual(['normal'])
    const side = (selector: string) =>
      arabic
        .locator(selector)
        .first()
        .evaluate(element => {
          const box = element.getBoundingClientRect()
          const all = element.closest('.widget')?.getBoundingClientRect() as DOMRect
          return box.left + box.width / 2 < all.left + all.width / 2 ? 'left' : 'right'
        })
    expect(await side('.bar > :first-child')).toBe('right')
    expect(await side('.by .menu')).toBe('left')
    expect(await side('.by .avatar')).toBe('right')
  })
})
