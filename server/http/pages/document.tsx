import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { RIGHT_TO_LEFT } from '../../contract/limits.ts'

interface Head {
  title: string
  locale: string
  styles: readonly string[]
  /** Module scripts. */
  scripts?: readonly string[]
  /** Search engines may list the page. */
  indexed?: boolean
  more?: ComponentChildren
  /** What the page says to machines, as JSON-LD. */
  data?: object | null
}

const DATA_PLACE = '<script type="application/ld+json"></script>'

/** A whole page as text for the wire. Everything in it is drawn as nodes, and JSON-LD put in as data. */
export function renderPage(
  { title, locale, styles, scripts = [], indexed = false, more, data }: Head,
  body: ComponentChildren,
): string {
  const page = renderToString(
    <html lang={locale} dir={RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {!indexed && <meta name="robots" content="noindex" />}
        <title>{title}</title>
        {/* No icon, and no request for one. */}
        <link rel="icon" href="data:," />
        {styles.map(href => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {more}
        {data && <script type="application/ld+json" />}
        {scripts.map(src => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>{body}</body>
    </html>,
  )
  // What is between the tags of a script is no HTML, so the renderer cannot write it: it would escape its quotes.
  const whole = data ? page.replace(DATA_PLACE, place => place.replace('><', `>${inertJson(data)}<`)) : page
  return `<!doctype html>${whole}`
}

/** JSON that ends no script and begins no comment, whatever it holds. */
const inertJson = (data: object) =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
