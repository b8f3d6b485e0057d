import type { Snapshot } from '../../server/contract/reads.ts'
import type { Locale } from '../../server/contract/site.ts'
import type { Obey } from '../start.ts'
import type { Hosted } from './hosted.ts'
import type { ParlaChanges } from './parla.d.ts'

/** A script of the build for a language, and for words that are not ours where there are such. */
const load = ({ from }: Hosted, name: string) => {
  const folder = from.locale + (from.data.texts ? '+' : '')
  // In one expression the bundler would take it for a file of ours.
  const { url } = import.meta
  return import(/* @vite-ignore */ new URL(`../${folder}/${name}.js`, url).href)
}

/**
 * In another language, or with words that are not ours, it is another build's widget, in the same place.
 * @param known what it would ask the server for
 */
const succeed = async (hosted: Hosted, known?: Snapshot): Promise<Obey | null> => {
  const { from, config, widget } = hosted
  const turn = {}
  hosted.coming = turn
  const app = await load(hosted, 'app')
  if (from.end.aborted || hosted.coming !== turn) return null
  const isOpen = config.mode !== 'inline' && widget.conversation.shown.peek()
  hosted.unfollow?.()
  widget.destroy()
  const next: Obey = app.start({ ...from, snapshot: known && Promise.resolve(Response.json(known)) })
  hosted.successor = next
  if (from.share) next(['share'])
  if (isOpen) next(['open'])
  return next
}

/** In the language and with the words that the page asks for. */
export const reword = (hosted: Hosted, texts: ParlaChanges['texts']): unknown => {
  const { from, successor } = hosted
  // It may have come since this was said.
  return successor ? successor(['update', { lang: from.locale, texts } as ParlaChanges]) : succeed(hosted)
}

/** Does what a site says of its language and its words, before anything of it is drawn. */
export const adapt = async (hosted: Hosted, snapshot: Snapshot): Promise<void> => {
  const { from, config } = hosted
  const { id, texts } = snapshot.site
  const locale = from.locale ?? snapshot.site.locale
  const isWorded = from.data.texts !== 'site' && texts?.includes(locale as Locale)
  if (!isWorded && locale === config.locale) return
  const before = { locale: from.locale, texts: from.data.texts }
  let introduce: (next: Obey) => void = () => {}
  const coming = new Promise<Obey>(resolve => {
    introduce = resolve
  })
  // What is said meanwhile is for whoever comes.
  hosted.successor = command => coming.then(next => next(command))
  from.locale = locale
  try {
    if (isWorded) {
      from.data.texts = 'site'
      Object.assign(window.parla, { words: `${from.origin}/api/v1/sites/${id}/texts/` })
      await (await load(hosted, 'own-text')).hearSite()
    }
    const next = await succeed(hosted, snapshot)
    if (!next) return
    for (const command of hosted.early ?? []) next(command)
    introduce(next)
  } catch {
    // As it is, then.
    from.locale = before.locale
    from.data.texts = before.texts
    delete hosted.successor
    introduce(from.obey)
  }
}
