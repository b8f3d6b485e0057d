import type { PageInput } from '../server/contract/page.ts'
import type { Snapshot } from '../server/contract/reads.ts'
import type { Locale } from '../server/contract/site.ts'
import type { ShareLines } from './api/lines.ts'
import type { ParlaMode, ParlaTheme } from './host/parla.d.ts'

/** What the tag (or a caller of `mount`) decides once; but for `page`, fixed for the life of one widget. */
export interface WidgetConfig {
  site: string
  /** Origin of the Parla server, e.g. `https://talk.lume.example`. */
  origin: string
  mode: ParlaMode
  /** Whether Home begins with the whole site or with this page only. */
  scope: 'site' | 'page'
  page: PageInput
  locale: Locale
  theme: ParlaTheme
  /** Words on the launcher's button. */
  label?: string | undefined
  /** Level of the widget's first heading. */
  headingLevel: number
  /** Where several widgets of a page share one line. */
  share?: ShareLines
  /** Hears of the first list before it is drawn; the drawing waits. */
  meet?: (snapshot: Snapshot) => unknown
}
