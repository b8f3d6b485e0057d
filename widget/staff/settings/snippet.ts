import type { Look } from '../../../server/contract/settings.ts'

export const WAYS = ['html', 'fast', 'react', 'wordpress', 'gtm'] as const
/** Products are called alike everywhere. */
export const PRODUCTS = { react: 'React', wordpress: 'WordPress', gtm: 'Tag Manager' } as const
export type Way = (typeof WAYS)[number]

interface What {
  server: string
  site: string
  look: Look
  /** The site says things in words of its own: they are there from the first moment. */
  worded: boolean
}

const DEFAULT_ACCENT = '#3b5bdb'

const attributes = ({ site, look, worded }: What): [string, string][] => [
  ['data-site', site],
  ...(look.mode === 'launcher' ? [['data-mode', 'launcher'] as [string, string]] : []),
  ...(look.language ? [['data-lang', look.language] as [string, string]] : []),
  ...(worded ? [['data-texts', 'site'] as [string, string]] : []),
  ...(look.theme && look.theme !== 'auto' ? [['data-theme', look.theme] as [string, string]] : []),
]

const tag = (what: What) => {
  const data = attributes(what).map(([name, value]) => ` ${name}="${value}"`)
  return `<script async src="${what.server}/parla.js"${data.join('')}></script>`
}

/** The style rule for what differs from the widget's own look; empty where nothing does. */
export function styleOf({ accent, radius, density }: Look): string {
  const rules = [
    accent && accent !== DEFAULT_ACCENT && `--parla-accent: ${accent}`,
    radius !== undefined && radius !== 10 && `--parla-radius: ${radius}px`,
    density === 'compact' && '--parla-density: .85',
  ].filter(Boolean)
  return rules.length > 0 ? `:root { ${rules.join('; ')} }` : ''
}

/** What to paste, by where it is pasted. */
export function snippetFor(way: Way, what: What): string {
  const { server, site } = what
  const rule = styleOf(what.look)
  const style = rule && `<style>${rule}</style>\n`
  if (way === 'react')
    return `useEffect(() => {
  const script = document.createElement('script')
  script.src = '${server}/parla.js'
  script.async = true
  Object.assign(script.dataset, ${JSON.stringify(
    Object.fromEntries(attributes(what).map(([name, value]) => [name.slice('data-'.length), value])),
  )})
  slot.current.append(script)
}, [])`
  if (way === 'fast')
    return `<!-- in <head> -->
<link rel="preconnect" href="${server}" crossorigin>
<link rel="preload" as="fetch" crossorigin href="${server}/api/v1/sites/${site}/snapshot">
${style}<!-- where the conversation shall stand -->
${tag(what)}`
  return `${style}${tag(what)}`
}

/** Where the server shows a site's conversations on pages of their own. */
export const hostedAddress = (server: string, site: string) => `${server}/c/${site}`

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What leads readers without scripts there. `words` are the brand's, and may be anything. */
export function noscriptFor({ server, site }: Pick<What, 'server' | 'site'>, words: string): string {
  const text = words.replace(/[&<>]/g, sign => SIGNS[sign] ?? sign)
  return `<noscript><a href="${hostedAddress(server, site)}">${text}</a></noscript>`
}

/** What a strict Content-Security-Policy of the page has to allow. */
export const policyFor = (server: string): string =>
  `script-src ${server}; connect-src ${server} ${server.replace(/^http/, 'ws')}`
