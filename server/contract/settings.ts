import { z } from 'zod'
import { Instant } from './ids.ts'
import {
  BRAND_MAX,
  HOSTED,
  KINDS,
  OFFICE_HOURS_MAX,
  ORIGINS_MAX,
  PAPER_URL_MAX,
  TARGET_MAX_MINUTES,
} from './limits.ts'
import { Kind, Locale } from './site.ts'

export const Brand = z.string().trim().min(1).max(BRAND_MAX)

/** Scheme, host and port as a browser sends them: `https://acme.example`, never with a path or a star. */
export const Origin = z
  .string()
  .max(300)
  .refine(isOrigin, 'Scheme and host only, such as https://acme.example')
  .meta({ id: 'Origin', examples: ['https://lume.example'] })

/** Where a brand's policy or terms are: a page that people can be sent to. */
export const PaperUrl = z
  .string()
  .max(PAPER_URL_MAX)
  .refine(isWebPage, 'An address that begins with https:// or http://')
  .meta({ id: 'PaperUrl', examples: ['https://lume.example/privacy'] })

/** A name of the IANA time zone database. */
export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Not a time zone, such as Europe/Rome')
  .meta({ id: 'TimeZone', examples: ['Europe/Rome'] })

/** One stretch of a weekday (1 is Monday) in the site's time zone, in minutes since midnight. */
export const OfficeHours = z
  .strictObject({
    day: z.int().min(1).max(7),
    opens: z.int().min(0).max(1439),
    closes: z.int().min(1).max(1440),
  })
  .refine(({ opens, closes }) => opens < closes, 'Opens before it closes')
  .meta({ id: 'OfficeHours' })
export type OfficeHours = z.infer<typeof OfficeHours>

export const Hosted = z.enum(HOSTED).meta({ id: 'Hosted' })
export type Hosted = z.infer<typeof Hosted>

/** How the widget is meant to look: what the snippet is made with. */
export const Look = z
  .strictObject({
    accent: z.string().regex(/^#[0-9a-f]{6}$/),
    theme: z.enum(['auto', 'light', 'dark']),
    mode: z.enum(['inline', 'launcher']),
    language: Locale.nullable(),
    /** Pixels of a corner. */
    radius: z.int().min(0).max(24),
    density: z.enum(['normal', 'compact']),
  })
  .partial()
  .meta({ id: 'Look' })
export type Look = z.infer<typeof Look>

export const FIRST_RUN_STEPS = ['snippet', 'seen', 'post', 'answer'] as const
/** Which steps of the first run were passed over. */
export const FirstRun = z
  .strictObject({ skipped: z.array(z.enum(FIRST_RUN_STEPS)).max(FIRST_RUN_STEPS.length) })
  .meta({ id: 'FirstRun' })
export type FirstRun = z.infer<typeof FirstRun>

/** What a site's owners decide. No origin: nobody. No office hours: around the clock. */
export const siteSettings = {
  brand: Brand,
  locale: Locale,
  origins: z.array(Origin).max(ORIGINS_MAX),
  kinds: z.array(Kind).min(1).max(KINDS.length),
  closed: z.boolean(),
  verifiedOnly: z.boolean(),
  timeZone: TimeZone,
  officeHours: z.array(OfficeHours).max(OFFICE_HOURS_MAX),
  targetMinutes: z.int().min(1).max(TARGET_MAX_MINUTES),
  /** Null: there is none to be shown. */
  privacyUrl: PaperUrl.nullable(),
  termsUrl: PaperUrl.nullable(),
  look: Look,
  /** Pages of the conversations on this server, for readers without scripts and for search engines. */
  hosted: Hosted,
  /** Null when setting up is over. */
  firstRun: FirstRun.nullable(),
}

/** When a page of this origin first and last asked for the widget. */
export const Sight = z
  .strictObject({ origin: z.string(), first: Instant, last: Instant })
  .meta({ id: 'Sight' })
export type Sight = z.infer<typeof Sight>

/** `mail`: letters are sent, by the mail server that the operator set up. `texts`: languages with texts of the site's own. */
export const SiteSettings = z
  .strictObject({ ...siteSettings, texts: z.array(Locale), sights: z.array(Sight), mail: z.boolean() })
  .meta({ id: 'SiteSettings' })
export type SiteSettings = z.infer<typeof SiteSettings>

function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[^*]+$/.test(text) || !URL.canParse(text)) return false
  return new URL(text).origin === text
}

function isWebPage(text: string): boolean {
  // Without blanks: what was read leniently would be another address in another place.
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}
