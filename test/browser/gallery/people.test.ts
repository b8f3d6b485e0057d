import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith } from '../../services/suites.ts'
import type { Exhibition } from './exhibition.ts'
import { LONG, openExhibition, show } from './exhibition.ts'

describeWith('chromiumPath')('who somebody is', () => {
  let exhibition: Exhibition
  beforeAll(async () => {
    exhibition = await openExhibition()
  }, LONG)
  afterAll(() => exhibition?.close())

  const portraits = (page: Page) =>
    page.locator('.widget .avatar:visible').evaluateAll(avatars =>
      avatars.map(avatar => {
        const [style, mark] = [getComputedStyle(avatar), getComputedStyle(avatar, '::after')]
        const [start, end] = style.direction === 'ltr' ? [mark.left, mark.right] : [mark.right, mark.left]
        const bottom = avatar.getBoundingClientRect().bottom - Number.parseFloat(mark.bottom)
        const cutAt = avatar.closest('.answer')?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
        return {
          isTeam: avatar.classList.contains('team'),
          radius: style.borderTopLeftRadius,
          mark: mark.content,
          isAtEnd: Number.parseFloat(start) > Number.parseFloat(end),
          isCut: bottom > cutAt,
        }
      }),
    )

  test.each([
    ['en', 'Visitor'],
    ['ar', 'زائر'],
  ])(
    '[P18] [P19] only the team has a square with the brand’s mark in its corner: %s',
    async (lang, label) => {
      const page = await exhibition.enter(lang)
      for (const [scene, width] of [
        ['people.list', 1080],
        ['people.thread', 280],
        ['people.team', 720],
      ] as const) {
        await show(page, scene, width, 'light')
        const seen = await portraits(page)
        const team = seen.filter(one => one.isTeam)
        expect(team.length, scene).toBeGreaterThan(0)
        for (const one of team)
          expect(one, scene).toEqual({
            ...{ isTeam: true, radius: '28%', mark: '"A"', isAtEnd: true, isCut: false },
          })
        for (const one of seen.filter(one => !one.isTeam))
          expect(one, scene).toMatchObject({ radius: '50%', mark: 'none' })
        expect(await page.locator('.widget small:visible', { hasText: label }).count()).toBeGreaterThan(1)
      }
    },
  )

  test('[U8] [U9] whose words are in which language, and who wrote the title', async () => {
    const page = await exhibition.enter('en')
    await show(page, 'people.thread', 360, 'light')
    const spoken = await page
      .locator('.reader :is(.title, .text)')
      .evaluateAll(texts => texts.map(text => (text as HTMLElement).lang))
    expect(spoken).toEqual(['it', 'it', 'it', 'ar', 'en', 'it'])
    expect(await page.locator('.root > .meta').textContent()).toContain('Title by Acme')
    await show(page, 'thread.full', 360, 'light')
    expect(await page.locator('.root > .meta').textContent()).not.toContain('Title by')
  })
})
