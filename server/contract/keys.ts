import { z } from 'zod'
import { Instant } from './ids.ts'
import { BRAND_MAX } from './limits.ts'

/** A secret that a brand's server signs its customers' tokens with. `endsAt`: from when it no longer counts. */
export const SiteKey = z
  .strictObject({ id: z.string(), since: Instant, endsAt: Instant.nullable() })
  .meta({ id: 'SiteKey' })
export type SiteKey = z.infer<typeof SiteKey>

/** Those that count, newest first. The secrets themselves are shown once, when they are made. */
export const SiteKeys = z.strictObject({ keys: z.array(SiteKey) }).meta({ id: 'SiteKeys' })
export type SiteKeys = z.infer<typeof SiteKeys>

/** `brand` is the site's name, typed by whoever does it. `endOthers`: earlier keys end at once, and not in a day. */
export const NewSiteKey = z
  .strictObject({ brand: z.string().max(BRAND_MAX), endOthers: z.boolean() })
  .meta({ id: 'NewSiteKey' })
export type NewSiteKey = z.infer<typeof NewSiteKey>

export const MadeSiteKey = z.strictObject({ id: z.string(), secret: z.string() }).meta({ id: 'MadeSiteKey' })
export type MadeSiteKey = z.infer<typeof MadeSiteKey>
