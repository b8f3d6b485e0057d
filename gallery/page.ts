import { LOCALES, RIGHT_TO_LEFT } from '../server/contract/limits.ts'
import type { Locale } from '../server/contract/site.ts'
import { drawWithSignals } from '../widget/signals/render.ts'
import { keepFocus } from '../widget/ui/keep-focus.ts'
import { drawWithParts } from '../widget/ui/parts.ts'
import { chooser } from './chooser.ts'
import type { Scene } from './scene.ts'
import { home } from './scenes/home.ts'
import { launcher } from './scenes/launcher.ts'
import { letters } from './scenes/letters.ts'
import { people } from './scenes/people.ts'
import { pictures } from './scenes/pictures.ts'
import { looking, reading } from './scenes/reading.ts'
import { returning } from './scenes/returning.ts'
import { team } from './scenes/team.ts'
import { threads } from './scenes/thread.ts'
import { writing } from './scenes/writing.ts'
import type { Shown } from './show.ts'
import { show } from './show.ts'
import { installStandIn } from './stand-in.ts'

/** What tests ask of the gallery; see `test/browser/gallery`. */
export interface Gallery {
  readonly scenes: readonly string[]
  /** Draws one scene alone, `width` pixels wide, and resolves once it is as it should be. */
  show: (scene: string, width: number, theme: 'light' | 'dark') => Promise<void>
  theme: (theme: 'light' | 'dark') => void
  width: (width: number) => void
}

declare global {
  interface Window {
    gallery?: Gallery
  }
}

const scenes: Readonly<Record<string, Scene>> = {
  ...home,
  ...returning,
  ...looking,
  ...writing,
  ...letters,
  ...threads,
  ...reading,
  ...people,
  ...pictures,
  ...team,
  ...launcher,
}
const asked = new URLSearchParams(location.search)
const lang = asked.get('lang') ?? 'en'
const locale = (LOCALES as readonly string[]).includes(lang) ? (lang as Locale) : 'en'
const standIn = installStandIn()
const main = document.createElement('main')
const shown: Shown[] = []

drawWithSignals()
drawWithParts()
keepFocus()
document.documentElement.lang = locale
document.documentElement.dir = RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr'

const themed = (theme: 'light' | 'dark') => {
  document.body.classList.toggle('dark', theme === 'dark')
  document.documentElement.style.colorScheme = theme
}

const draw = (id: string, width: number, theme: 'light' | 'dark', title: boolean): Shown => {
  const scene = scenes[id]
  if (!scene) throw new Error(`There is no scene ${id}`)
  const box = document.createElement('div')
  box.className = 'scene'
  box.style.width = `${width}px`
  if (title) {
    const heading = document.createElement('h2')
    const link = document.createElement('a')
    link.href = `?${new URLSearchParams({ state: id, theme, lang, width: String(width) })}`
    link.textContent = id
    heading.append(link)
    box.append(heading)
  }
  main.append(box)
  return show(box, id, scene, { theme, locale }, standIn)
}

const clear = () => {
  for (const one of shown.splice(0)) one.take()
  main.replaceChildren()
}

window.gallery = {
  scenes: Object.keys(scenes),
  show: async (id, width, theme) => {
    clear()
    themed(theme)
    main.className = 'alone'
    const drawn = draw(id, width, theme, false)
    shown.push(drawn)
    await drawn.settled
  },
  theme: theme => {
    themed(theme)
    for (const one of shown) one.theme(theme)
  },
  width: width => {
    for (const box of main.querySelectorAll<HTMLElement>('.scene')) box.style.width = `${width}px`
  },
}

const theme = asked.get('theme') === 'dark' ? 'dark' : 'light'
const width = Number(asked.get('width')) || 360
const state = asked.get('state')
document.body.append(main)
if (state !== 'none') {
  document.body.prepend(chooser({ state, theme, lang, width }, Object.keys(scenes)))
  themed(theme)
  main.className = 'scenes'
  // The launcher covers the window: it has a page to itself.
  const ids = state ? [state] : Object.keys(scenes).filter(id => scenes[id]?.mode !== 'launcher')
  shown.push(...ids.map(id => draw(id, width, theme, true)))
}
