import type { Message } from '../i18n/catalogue.ts'

/** What the page has given was read from this, so that it is read once. */
const given = { json: '', texts: new Map<string, unknown>() }

const find = (selector: string) => document.querySelector(selector)

/** By command, in the tag, or in an element. */
const jsonNow = (): string =>
  (window.parla as { texts?: string }).texts ??
  find('script[data-texts]')?.getAttribute('data-texts') ??
  find('parla-widget[texts]')?.getAttribute('texts') ??
  ''

const read = (): ReadonlyMap<string, unknown> => {
  const json = jsonNow()
  if (json === given.json) return given.texts
  given.json = json
  try {
    given.texts = new Map(Object.entries(JSON.parse(json)))
  } catch {
    // No JSON: as if nothing had been given.
    given.texts = new Map()
  }
  return given.texts
}

const isText = (own: unknown): own is string => typeof own === 'string' && own !== ''
const isPlural = (own: unknown): own is Exclude<Message, string> => {
  const forms = Object.values(own ?? {})
  return typeof own === 'object' && forms.every(isText) && isText((own as { other?: unknown }).other)
}

/** The page's own words for a key, where it has given such, else ours. Builds for such pages ask it for every text. */
export const ownText = (key: string, ours: Message): Message => {
  const own = read().get(key)
  return isText(own) || isPlural(own) ? own : ours
}
