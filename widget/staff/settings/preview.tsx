import type { Look } from '../../../server/contract/settings.ts'
import type { Parla, ParlaTexts } from '../../host/parla.d.ts'
import { useEffect, useKept, useRef, useSignal } from '../../signals/render.ts'
import type { SettingsTexts } from './texts.ts'

const WIDTHS = [280, 360, 720] as const

/** Milliseconds after the last key until the widget says what was typed. */
const QUIET = 600

interface Props {
  t: SettingsTexts
  site: string
  look: Look
  /** Another one: what it shows has changed on the server. */
  revision?: number
  /** Words that are tried out. */
  texts?: ParlaTexts
}

/** The real widget on a page of the server's own. */
export const Preview = ({ t, site, look, revision = 0, texts = {} }: Props) => {
  const width = useSignal<(typeof WIDTHS)[number]>(360)
  const dark = useSignal(look.theme === 'dark')
  const mirrored = useSignal(false)
  const query = new URLSearchParams({
    theme: dark.value ? 'dark' : 'light',
    ...(look.accent && { accent: look.accent }),
    ...(look.radius !== undefined && { radius: String(look.radius) }),
    ...(look.density && { density: look.density }),
    ...(look.mode && { mode: look.mode }),
    ...((mirrored.value || look.language) && { lang: mirrored.value ? 'ar' : (look.language ?? '') }),
    ...(mirrored.value && { dir: 'rtl' }),
  })
  const address = `/trial/${site}?${query}`
  const frame = useRef<HTMLIFrameElement>()
  const tried = JSON.stringify(texts)
  const trying = useKept(() => ({ now: '{}' }))
  const speak = () => {
    const page = frame.current?.contentWindow as { parla?: Parla } | null | undefined
    page?.parla?.('update', { texts: JSON.parse(tried) })
    trying.now = tried
  }
  useEffect(() => {
    // A new frame has tried out nothing yet.
    trying.now = '{}'
  }, [address, revision])
  useEffect(() => {
    // What was tried out is taken back as well.
    if (tried === trying.now) return
    const rest = setTimeout(speak, QUIET)
    return () => clearTimeout(rest)
  }, [tried])
  return (
    <section class="preview" aria-label={t('set.preview')}>
      <div class="preview-head">
        <fieldset class="ways">
          <legend class="sr">{t('set.width')}</legend>
          {WIDTHS.map(pixels => (
            <button
              key={pixels}
              type="button"
              class="quiet"
              aria-pressed={width.value === pixels}
              onClick={() => {
                width.value = pixels
              }}
            >
              {pixels}
            </button>
          ))}
        </fieldset>
        <label class="tick">
          <input
            type="checkbox"
            checked={dark.value}
            onChange={event => {
              dark.value = event.currentTarget.checked
            }}
          />
          {t('theme.dark')}
        </label>
        <label class="tick">
          <input
            type="checkbox"
            checked={mirrored.value}
            onChange={event => {
              mirrored.value = event.currentTarget.checked
            }}
          />
          {t('set.rtl')}
        </label>
        <a href={address} target="_blank" rel="noopener">
          {t('set.tryOut')}
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="preview-room" tabIndex={0} aria-label={t('set.preview')}>
        <iframe
          key={`${address} ${revision}`}
          ref={frame}
          title={t('set.preview')}
          src={address}
          width={width.value}
          height={620}
          onLoad={() => {
            if (tried !== '{}') speak()
          }}
        />
      </section>
    </section>
  )
}
