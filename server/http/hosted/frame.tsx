import type { ComponentChildren } from 'preact'
import { renderPage } from '../pages/document.tsx'
import type { Page } from './page.ts'
import { accentPath, feedPath, STYLE_PATH } from './page.ts'

interface Frame {
  /** Of the page, before the brand's name. */
  title: string
  /** For those who see the page in a list of others. */
  about: string
  /** Its one address. */
  path: string
  kind: 'website' | 'article'
  data?: object | null
}

/** A whole hosted page: what machines read of it, and the body. */
export function renderHosted(page: Page, frame: Frame, body: ComponentChildren): string {
  const { site, tongue, publicUrl } = page
  const address = publicUrl + frame.path
  return renderPage(
    {
      title: frame.title,
      locale: site.locale,
      styles: stylesOf(site.accent),
      indexed: site.indexed,
      data: frame.data ?? null,
      more: (
        <>
          <meta name="description" content={frame.about} />
          <link rel="canonical" href={address} />
          <link
            rel="alternate"
            type="application/atom+xml"
            title={tongue.say('page.feed', { brand: site.brand })}
            href={feedPath(site.id)}
          />
          <meta property="og:title" content={frame.title} />
          <meta property="og:description" content={frame.about} />
          <meta property="og:type" content={frame.kind} />
          <meta property="og:url" content={address} />
          <meta property="og:site_name" content={site.brand} />
        </>
      ),
    },
    <>
      {body}
      <footer>{tongue.say('frame.powered', { name: 'Parla' })}</footer>
    </>,
  )
}

/** The style of all hosted pages, and the brand's colour where it has one. */
export const stylesOf = (accent: string | null): string[] => [
  STYLE_PATH,
  ...(accent ? [accentPath(accent)] : []),
]

/** The way to where one can write. */
export const TakePart = ({ href, page }: { href: string | null; page: Page }) =>
  href ? (
    <p class="part">
      <a class="main" href={href}>
        {page.tongue.say.parts('page.takePart', { domain: <bdi dir="ltr">{new URL(href).host}</bdi> })}
      </a>
    </p>
  ) : null
