import type { ComponentChildren } from 'preact'
import type { Locale } from '../../contract/site.ts'
import type { HostedSite } from '../../features/hosted-view.ts'
import { renderPage } from '../pages/document.tsx'
import { stylesOf } from './frame.tsx'
import { listPath, STYLE_PATH } from './page.ts'
import type { HostedText } from './texts/en.ts'
import { tongueOf } from './texts.ts'

interface Sorry {
  /** The reader's, where it is not the site's. */
  locale: Locale
  title: HostedText
  text: ComponentChildren
  /** Whose conversations there are to read instead. */
  site: HostedSite | null
}

/** Where there is nothing to read: a calm sentence, and the way to what there is. */
export function renderSorry({ locale, title, text, site }: Sorry): string {
  const { say } = tongueOf(locale, 'UTC')
  return renderPage(
    { title: say(title), locale, styles: site ? stylesOf(site.accent) : [STYLE_PATH] },
    <main class="sorry">
      <h1>{say(title)}</h1>
      <p>{text}</p>
      {site && (
        <p class="part">
          <a class="main" href={listPath(site.id)}>
            {say.parts('page.all', { brand: <bdi>{site.brand}</bdi> })}
          </a>
        </p>
      )}
    </main>,
  )
}
