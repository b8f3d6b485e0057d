import { LOCALES } from '../server/contract/limits.ts'

interface Choice {
  readonly state: string | null
  readonly theme: string
  readonly lang: string
  readonly width: number
}

const WIDTHS = ['280', '360', '720', '1080']

/** What one looks at, as selects; each choice is an address. */
export const chooser = (now: Choice, scenes: readonly string[]): HTMLElement => {
  const nav = document.createElement('nav')
  const options = {
    state: ['', ...scenes],
    theme: ['light', 'dark'],
    lang: [...LOCALES, 'pseudo'],
    width: WIDTHS,
  }
  for (const [name, values] of Object.entries(options)) {
    const label = document.createElement('label')
    const select = document.createElement('select')
    select.append(...values.map(value => new Option(value || 'all', value)))
    select.value = String(now[name as keyof Choice] ?? '')
    select.addEventListener('change', () => {
      const chosen = new URLSearchParams(location.search)
      chosen.set(name, select.value)
      if (!chosen.get('state')) chosen.delete('state')
      location.search = chosen.toString()
    })
    label.append(`${name} `, select)
    nav.append(label)
  }
  return nav
}
