import type { Parla } from './host/parla.d.ts'
import { pageKey } from './page-key.ts'
import { ROOM } from './room.ts'
import type { Begin, Obey, Start } from './start.ts'

/** How far below the screen the slot may be when its content is asked for. */
const NEAR = '600px'

interface App {
  start: (start: Start) => Obey
}
/** The one global: a queue until a widget is there, then the door to all of them. */
type Door = Parla & { to?: Set<Obey> }

const page = window as Window & { parla?: Partial<Door> }

try {
  const script = document.currentScript as HTMLScriptElement
  const own = { ...script.dataset }
  const { origin } = new URL(script.src)
  const get = (locale: string, file: string) =>
    import(/* @vite-ignore */ `${origin}/${__PARLA_APPS__.hash}/${locale}/${file}.js`)

  const begin: Begin = (data, put) => {
    const { to = new Set<Obey>(), q = [] } = page.parla ?? {}
    const host = document.createElement('div')
    const end = new AbortController()
    const signal = end.signal
    // biome-ignore lint/correctness/noUnusedVariables: `??=` reads it
    let going: Promise<void> | null = null
    let answer: (app: Obey) => void
    const started = new Promise<Obey>(resolve => {
      answer = resolve
    })

    const start = async () => {
      const query = data.scope === 'page' ? `?page=${encodeURIComponent(pageKey(data.page))}` : ''
      // As a <link rel="preload" as="fetch" crossorigin> asks for it, so that the page may have it ready.
      const snapshot = fetch(`${origin}/api/v1/sites/${data.site}/snapshot${query}`)
      // Whoever awaits it hears of the failure.
      snapshot.catch(() => {})
      const wishes = [data.lang, document.documentElement.lang, ...navigator.languages, 'en']
      // Those we speak are all called by two letters, with or without a country.
      const spoken = (wish?: string) =>
        __PARLA_APPS__.locales.filter(locale => wish?.toLowerCase().split('-')[0] === locale.slice(0, 2))
      const [locale] = wishes.flatMap(spoken) as [string]
      const app: App = await get(locale + (data.texts ? '+' : ''), 'app')
      answer(app.start({ host, data, origin, locale, snapshot, end: signal, obey }))
    }
    const go = () => {
      going ??= start().catch(() => {
        going = null
      })
    }
    const obey: Obey = command => {
      const name = command[0]
      if (/open|ask|quote/.test(name)) go()
      if (name === 'destroy') {
        to.delete(obey)
        end.abort()
        host.remove()
      } else started.then(tell => tell(command))
    }
    const place = () => {
      const floats = data.mode && data.mode !== 'inline'
      let room = 0
      try {
        put(host, floats)
        if (data.scope !== 'page') room = +(localStorage.getItem(`parla:${data.site}:height`) as string)
      } catch {
        // No storage, no memory.
      }
      // Where it shall stand is not there yet: the app waits for it.
      if (floats || !host.isConnected) return void (page.requestIdleCallback ?? setTimeout)(go)
      host.style.minHeight = `${room || ROOM}px`
      new IntersectionObserver(
        // And again, where it did not come the last time.
        ([slot]) => (slot as IntersectionObserverEntry).isIntersecting && go(),
        { rootMargin: NEAR },
      ).observe(host)
    }
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', place, { signal })
    else place()
    addEventListener(
      'click',
      ({ target }) => {
        const opener = (target as Element).closest?.<HTMLElement>('[data-parla-open]')
        if (opener) obey(['open', opener.dataset.parlaOpen])
      },
      { signal },
    )
    to.add(obey)
    // By `forEach`, and not in loops: four bytes of nine hundred.
    // biome-ignore lint/suspicious/useIterableCallbackReturn: it returns nothing
    const tell: Door = (...command) => to.forEach(obey => obey(command))
    page.parla = tell
    tell.to = to
    q.forEach(obey)
    // The others hear it too: from now on they have one line between them.
    if (to.size > 1) (tell as unknown as (name: 'share') => void)('share')
    return obey
  }

  if (own.site)
    begin(own, (host, floats) => {
      const { body } = document
      if (own.target) document.querySelector(own.target)?.append(host)
      else if (floats || !body.contains(script)) body.append(host)
      else script.after(host)
    })
  else void get('en', 'element').then(part => part.start(begin))
} catch {
  // The host page must not notice.
}
