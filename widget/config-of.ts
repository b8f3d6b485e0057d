import { PAGE_TITLE_MAX } from '../server/contract/limits.ts'
import type { PageInput } from '../server/contract/page.ts'
import type { Locale } from '../server/contract/site.ts'
import type { WidgetConfig } from './config.ts'
import { pageKey } from './page-key.ts'
import type { Start } from './start.ts'

const HIGHEST_HEADING = 2

/** The page as it is now. */
export const pageOf = (data: Readonly<DOMStringMap>): PageInput => ({
  key: pageKey(data.page),
  url: location.href.split('#')[0] as string,
  // A page that draws itself anew finds its new title later than its new address.
  get title() {
    return document.title.slice(0, PAGE_TITLE_MAX)
  },
})

export const configOf = ({
  data,
  origin,
  locale,
}: Pick<Start, 'data' | 'origin' | 'locale'>): WidgetConfig => {
  const level = Number(data.headingLevel)
  return {
    site: data.site ?? '',
    origin,
    mode: (data.mode || 'inline') as WidgetConfig['mode'],
    scope: data.scope === 'page' ? 'page' : 'site',
    page: pageOf(data),
    locale: (locale ?? 'en') as Locale,
    theme: (data.theme ?? 'auto') as WidgetConfig['theme'],
    label: data.label,
    headingLevel: level >= 1 && level <= 5 ? level : HIGHEST_HEADING,
  }
}
