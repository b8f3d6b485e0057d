import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { RIGHT_TO_LEFT } from '../contract/limits.ts'
import type { Locale } from '../contract/site.ts'

/** One thing a letter tells of. */
export interface Told {
  /** Who did what, a sentence. */
  head: string
  /** Plain text of somebody; empty: there are no words. */
  words: string
  /** A link of the team's, with what is said before it. */
  see: { label: string; url: string } | null
}

/** What is in a letter, before it is drawn as text and as HTML. */
export interface Content {
  locale: Locale
  brand: string
  /** What the conversation is called; empty where the letter is about none. */
  title: string
  told: readonly Told[]
  /** The one thing to do; without an address there is nothing to follow. */
  action: { label: string; url: string } | null
  footer: readonly string[]
  stop: { label: string; url: string } | null
}

/** For those who read plain text. */
export function letterText({ brand, title, told, action, footer, stop }: Content): string {
  const parts = [
    ...(title === '' ? [brand] : [`${brand} · ${title}`]),
    ...told.flatMap(({ head, words, see }) => [
      // Marked, so that nobody's words are taken for ours.
      words === '' ? head : `${head}\n> ${words}`,
      ...(see ? [`${see.label} ${see.url}`] : []),
    ]),
    ...(action ? [`${action.label}: ${action.url}`] : []),
    ...['—', ...footer],
    ...(stop ? [`${stop.label}: ${stop.url}`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

const WIDE = 'max-width:36rem;margin:0 auto;padding:1.5rem;font:16px/1.5 system-ui,sans-serif;color:#1d1d1f'
const QUOTE = 'margin:.25rem 0 1rem;padding-inline-start:.75rem;border-inline-start:3px solid #d0d0d5'
const BUTTON =
  'display:inline-block;padding:.6rem 1.1rem;border-radius:.5rem;background:#1d1d1f;color:#ffffff;text-decoration:none'
const SMALL = 'margin:0 0 .5rem;font-size:13px;color:#5a5a60'

/** The same for everybody else. Nothing in it is fetched from anywhere, and nothing tells that it was opened. */
export function letterHtml({ locale, brand, title, told, action, footer, stop }: Content): string {
  const dir = RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr'
  const page = renderToString(
    <html lang={locale} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <title>{brand}</title>
      </head>
      <body style="margin:0;background:#ffffff">
        <div style={WIDE} dir={dir}>
          <p style={SMALL}>
            <bdi>{brand}</bdi>
          </p>
          {title && (
            <h1 style="margin:0 0 1rem;font-size:20px" dir="auto">
              {title}
            </h1>
          )}
          {told.map(({ head, words, see }, i) => (
            <div key={String(i)}>
              <p style="margin:0">{head}</p>
              {words && (
                <p style={QUOTE} dir="auto">
                  {words}
                </p>
              )}
              {see && (
                <p style="margin:0 0 1rem">
                  {see.label} <Link url={see.url}>{see.url}</Link>
                </p>
              )}
            </div>
          ))}
          {action && (
            <p style="margin:1.5rem 0">
              <a href={action.url} style={BUTTON}>
                {action.label}
              </a>
            </p>
          )}
          {footer.map(line => (
            <p key={line} style={SMALL}>
              {line}
            </p>
          ))}
          {stop && (
            <p style={SMALL}>
              <Link url={stop.url}>{stop.label}</Link>
            </p>
          )}
        </div>
      </body>
    </html>,
  )
  return `<!doctype html>${page}`
}

const Link = ({ url, children }: { url: string; children: ComponentChildren }) => (
  <a href={url} style="color:inherit">
    {children}
  </a>
)
