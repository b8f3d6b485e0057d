import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type {} from '../../../gallery/page.ts'
import { serveGallery } from '../../../gallery/serve.ts'
import { launchBrowser } from '../../services/browser.ts'

/** Milliseconds; generous, because the machine may be busy. */
const PATIENCE = 100_000
/** Milliseconds for a walk through all scenes, on a machine that is busy. */
export const LONG = 600_000
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export type Theme = 'light' | 'dark'

/** CSS pixels: so low that what comes at a thread's end comes out of sight; so high that all is in sight at once. */
const LOW = 600
const HIGH = 2400
const WIDE = 1200

/** The gallery, on show: pages that stay open while scenes, themes and widths change in them. */
export interface Exhibition {
  readonly scenes: readonly string[]
  /** A page in one language, which knows axe. Nothing moves, unless the options wish it. */
  enter(lang: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openExhibition(): Promise<Exhibition> {
  const gallery = await serveGallery(0)
  const browser: Browser = await launchBrowser()
  const enter = async (lang: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({
      viewport: { width: WIDE, height: LOW },
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(PATIENCE)
    await context.addInitScript({ path: AXE })
    const page = await context.newPage()
    await page.goto(`${gallery.url}/gallery/?${new URLSearchParams({ state: 'none', lang })}`)
    await page.waitForFunction(() => window.gallery)
    return page
  }
  const first = await enter('en')
  const scenes = await first.evaluate(() => window.gallery?.scenes ?? [])
  await first.context().close()
  return {
    scenes,
    enter,
    close: async () => {
      await browser.close()
      await gallery.close()
    },
  }
}

/** Draws a scene alone and brings it to its state; what lies over the page in a window of that width. */
export const show = async (page: Page, scene: string, width: number, theme: Theme = 'light') => {
  const window_ = isOverThePage(scene) ? width : WIDE
  await page.setViewportSize({ width: window_, height: LOW })
  await page.evaluate(args => window.gallery?.show(...args), [scene, width, theme] as const)
  await page.setViewportSize({ width: window_, height: isOverThePage(scene) ? LOW : HIGH })
}

/** Shows the drawn scene otherwise. Only what lies over the page asks how wide the window is, and is drawn again. */
export const change = async (page: Page, scene: string, width: number, theme: Theme) => {
  if (isOverThePage(scene)) return show(page, scene, width, theme)
  await page.evaluate(
    ([width, theme]) => {
      window.gallery?.width(width)
      window.gallery?.theme(theme)
    },
    [width, theme] as const,
  )
}

const DIALOGS = [
  ...['thread.reporting', 'thread.history', 'thread.picture', 'thread.picture-failed'],
  ...['team.doubt', 'team.hiding', 'team.status'],
]
const isOverThePage = (scene: string) => scene.startsWith('launcher.') || DIALOGS.includes(scene)
