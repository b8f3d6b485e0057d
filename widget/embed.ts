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
    let answer: (app: Obey) => void
    const started = new Promise<Obey>(resolve => {
      answer = resolve
    })
    const host = document.createElement('div')
    const end = new AbortController()
    const signal = end.signal
    // biome-ignore lint/correctness/noUnusedVariables: `||=` reads it
    let going: Promise<void> | 0 = 0

    const start = async () => {
      const query = data.scope === 'page' ? `?page=${encodeURIComponent(pageKey(data.page))}` : ''
      // As a <link rel="preload" as="fetch" crossorigin> asks for it, so that the page may have it ready.
      const snapshot = fetch(`${origin}/api/v1/sites/${data.site}/snapshot${query}`)
      // Whoever awaits it hears of the failure.
      snapshot.catch(() => {})
      const wishes = [data.lang, document.documentElement.lang, ...navigator.languages]
      // Those we speak are all called by two letters, with or without a country.
      const spoken = (wish?: string) =>
        __PARLA_APPS__.locales.filter(locale => wish?.toLowerCase().split('-')[0] === locale.slice(0, 2))
      // Of none of them the app hears nothing: then the site's own language counts.
      const [locale] = wishes.flatMap(spoken)
      answer(
        ((await get((locale ?? 'en') + (data.texts ? '+' : ''), 'app')) as App).start({
          end: signal,
          obey,
          data,
          snapshot,
          origin,
          locale,
          host,
        }),
      )
    }
    const go = () => {
      going ||= start().catch(() => {
        going = 0
      })
    }
    const obey: Obey = command => {
      if (/quote|open|ask/.test(command[0])) go()
      if (command[0] === 'destroy') {
        to.delete(obey)
        end.abort()
        host.remove()
      } else started.then(tell => tell(command))
    }
    /** Told where the slot is, or of a new address. It begins when it comes near, or a link leads to a conversation. */
    const look = (news: IntersectionObserverEntry[] | Event) =>
      ((news as IntersectionObserverEntry[])[0]?.isIntersecting ||
        /#parla-t_/.test(location as unknown as string)) &&
      go()
    const place = () => {
      const floats = data.mode && data.mode !== 'inline'
      let room = 0
      try {
        put(host, floats)
        if (data.scope !== 'page') room = +(localStorage[`parla:${data.site}:height`] as string)
      } catch {
        // No storage, no memory.
      }
      // Where it shall stand is not there yet: the app waits for it.
      if (floats || !host.isConnected) return void (page.requestIdleCallback ?? setTimeout)(go)
      host.style.minHeight = `${room || ROOM}px`
      // It tells at once where the slot is, and again, where the app did not come the last time.
      new IntersectionObserver(look, { rootMargin: NEAR }).observe(host)
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
    // Also of a link within the page, and shorter than `hashchange`.
    addEventListener('popstate', look, { signal })
    to.add(obey)
    // By `forEach`, and not in loops: four bytes of nine hundred.
    // biome-ignore lint/suspicious/useIterableCallbackReturn: it returns nothing
    const all = ((...command) => to.forEach(obey => obey(command))) as Door
    // biome-ignore lint/suspicious/noAssignInExpressions: ten bytes more
    const tell = (page.parla = all)
    tell.to = to
    q.forEach(obey)
    return obey
  }

  if (own.site)
    begin(own, (host, floats) => {
      if (own.target) document.querySelector(own.target)?.append(host)
      else if (!floats && script.closest('body')) script.after(host)
      else document.body.append(host)
    })
  else void get('en', 'element').then(part => part.start(begin))
} catch {
  // The host page must not notice.
}
