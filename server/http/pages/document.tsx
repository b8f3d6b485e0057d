import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { RIGHT_TO_LEFT } from '../../contract/limits.ts'

interface Head {
  title: string
  locale: string
  styles: readonly string[]
  /** Module scripts. */
  scripts?: readonly string[]
}

/** A whole page as text for the wire. Everything in it is drawn as nodes. */
export function renderPage({ title, locale, styles, scripts = [] }: Head, body: ComponentChildren): string {
  const page = renderToString(
    <html lang={locale} dir={RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr'}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {/* No icon, and no request for one. */}
        <link rel="icon" href="data:," />
        {styles.map(href => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {scripts.map(src => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>{body}</body>
    </html>,
  )
  return `<!doctype html>${page}`
}
