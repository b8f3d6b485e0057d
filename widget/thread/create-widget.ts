import { createFormats } from '../i18n/formats.ts'
import { texts } from '../i18n/texts.ts'
import { translator } from '../i18n/translate.ts'
import { computed, signal } from '../signals/signal.ts'
import type { Widget } from './widget.ts'
import type { Writing } from './writing.ts'
import { createWriting } from './writing.ts'

/** Turns within which what the focus is to go to has to come: a second, or more where the page is busy. */
const PATIENCE = 250

interface From extends Pick<Widget, 'conversation' | 'config' | 'adopt'> {
  tools?: Widget['tools']
  /** Where the widget is drawn; asked only once it is. */
  root: () => Document | ShadowRoot
}

export const createWidget = ({ conversation, config, adopt, tools = {}, root }: From): Widget => {
  const formats = createFormats(config.locale)
  const writings = new Map<string, Writing>()
  const reading = signal<Widget['reading']['value']>(null)
  const said = signal<Widget['said']['value']>(null)
  let left = { key: '', scroll: 0 }

  const scroller = () => root().querySelector('.scroll') ?? document.documentElement
  const find = (id: string) => root().getElementById(id)
  const focus = (id: string, unless = '', tries = PATIENCE) => {
    // Not before it is drawn, and that may wait for a chunk.
    setTimeout(() => {
      const element = find(id)
      if (!element && tries) focus(id, unless, tries - 1)
      if (unless && root().querySelector(unless)) return
      element?.focus({ preventScroll: true })
      element?.scrollIntoView({ block: 'nearest' })
    })
  }
  const back = () => {
    reading.value = null
    conversation.close()
    setTimeout(() => {
      scroller().scrollTop = left.scroll
      find(left.key)?.focus({ preventScroll: true })
    })
  }

  const t = translator(texts, formats)

  return {
    conversation,
    config,
    formats,
    t,
    brand: computed(() => conversation.site.value?.brand ?? ''),
    now: signal(0),
    said,
    dialog: signal(null),
    waits: signal(0),
    clicks: signal(0),
    adopt,
    tools,
    parts: signal(null),
    reading,
    standing: id => {
      const article = find(id)?.closest('article')
      return {
        height: article?.getBoundingClientRect().height ?? 0,
        held: article?.matches(':focus-within') ?? false,
      }
    },
    focus,
    back,
    want: load =>
      load().catch(() => {
        said.value = { voice: 'assertive', text: t('err.network') }
        return null
      }),
    writings,
    writing: target => {
      const known = writings.get(target) ?? createWriting(target)
      writings.set(target, known)
      return known
    },
    open: (thread, asked = null) => {
      if (!reading.peek()) {
        left = { key: root().querySelector(':focus')?.id || 'parla', scroll: scroller().scrollTop }
      }
      reading.value = { thread, asked }
      conversation.open(thread).catch(back)
    },
  }
}
