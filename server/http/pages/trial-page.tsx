import { z } from 'zod'
import { Look } from '../../contract/settings.ts'
import { Locale } from '../../contract/site.ts'
import type { SiteRow } from '../../store/rows.ts'
import { renderPage } from './document.tsx'

/** What the address of a trial page may say of how the widget looks there. */
export const TrialQuery = z.object({
  accent: Look.shape.accent.catch(undefined),
  radius: z.coerce.number().int().min(0).max(24).optional().catch(undefined),
  density: Look.shape.density.catch(undefined),
  theme: Look.shape.theme.catch(undefined),
  mode: Look.shape.mode.catch(undefined),
  lang: Locale.optional().catch(undefined),
  dir: z.enum(['ltr', 'rtl']).optional().catch(undefined),
})
export type TrialQuery = z.infer<typeof TrialQuery>

const COMPACT = 0.85

/** A page of the server's own, wordless but for the brand, on which a site's widget can be tried without installing it. */
export function renderTrialPage(site: SiteRow, query: TrialQuery): string {
  const { lang, theme, mode, dir } = query
  const look = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return renderPage(
    { title: site.brand, locale: lang ?? site.locale, styles: [`/trial/style.css?${look}`] },
    <div class="page" dir={dir}>
      <header>
        <h1 dir="auto">{site.brand}</h1>
        <span class="line" />
        <span class="line" />
        <span class="line" />
      </header>
      <main>
        <p class="line wide" />
        <p class="line wide" />
        <p class="line short" />
        <script
          async
          src="/parla.js"
          data-site={site.id}
          data-lang={lang ?? site.locale}
          data-texts={site.texts === '[]' ? undefined : 'site'}
          data-theme={theme === 'auto' ? undefined : theme}
          data-mode={mode === 'launcher' ? mode : undefined}
        />
      </main>
    </div>,
  )
}

/** The page's style sheet. Only values that were read as numbers and colours go in. */
export function trialStyle(base: string, { accent, radius, density, theme }: TrialQuery): string {
  const tokens = [
    accent && `--parla-accent: ${accent}`,
    radius !== undefined && `--parla-radius: ${radius}px`,
    density === 'compact' && `--parla-density: ${COMPACT}`,
    theme && theme !== 'auto' && `color-scheme: ${theme}`,
  ].filter(Boolean)
  return `${base}:root{${tokens.join(';')}}`
}
