import type { Message } from '../i18n/catalogue.ts'

type Texts = ReadonlyMap<string, unknown>
/** The tag's own door, with what a command has said of the words here: the page's, and where the site's are. */
type Door = { texts?: string; words?: string }

/** The page's texts were read from this, so that they are read once; the site's are asked for once. */
const given = {
  json: '',
  texts: new Map() as Texts,
  site: new Map() as Texts,
  heard: null as Promise<void> | null,
}

const find = (selector: string) => document.querySelector(selector)
/** The tag or the element that says something of texts. */
const holder = (value = '') => find(`script[data-texts${value}]`) ?? find(`parla-widget[texts${value}]`)
const said = (element: Element | null, name: string) =>
  element?.getAttribute(`data-${name}`) ?? element?.getAttribute(name)
const door = () => window.parla as Door

/** By command, in the tag, or in an element. */
const jsonNow = (): string => door().texts ?? said(holder(), 'texts') ?? ''

const read = (): Texts => {
  const json = jsonNow()
  if (json === given.json) return given.texts
  given.json = json
  given.texts = new Map()
  try {
    given.texts = new Map(Object.entries(JSON.parse(json)))
  } catch {
    // No JSON: as if nothing had been given.
  }
  return given.texts
}

const isText = (own: unknown): own is string => typeof own === 'string' && own !== ''
const isPlural = (own: unknown): own is Exclude<Message, string> =>
  isText((own as { other?: unknown } | null | undefined)?.other) && Object.values(own as object).every(isText)

/**
 * The page's own words for a key, where it has given such, else the site's, else ours. Builds for such pages and sites
 * ask it for every text; `plain`: nothing is filled in, so that one form serves.
 */
export const ownText = (key: string, ours: Message, plain?: 1): Message => {
  const own = read().get(key)
  if (isPlural(own)) return plain ? own.other : own
  return isText(own) ? own : ((given.site.get(key) as Message | undefined) ?? ours)
}

const ask = async () => {
  const { url } = import.meta
  const { origin, pathname } = new URL(url)
  const locale = pathname.split(/[+/]/).at(-3)
  const where = door().words ?? `${origin}/api/v1/sites/${said(holder('=site'), 'site')}/texts/`
  // A server that says nothing keeps nobody from reading.
  const answer = await fetch(where + locale, { signal: AbortSignal.timeout(4000) })
  given.site = new Map(Object.entries((await answer.json()).texts))
}

/** Gets the site's own words for the language of this build. Without an answer ours are said. */
export const hearSite = (): Promise<void> => {
  given.heard ??= ask().catch(() => {})
  return given.heard
}

// Where it is known that there are any, nothing is drawn before they are there.
if (door().words || holder('=site')) await hearSite()
