import { z } from 'zod'
import { Seq, SiteId } from './ids.ts'
import { KINDS, LOCALES } from './limits.ts'

export const Kind = z.enum(KINDS).meta({ id: 'Kind' })
export type Kind = z.infer<typeof Kind>

export const Locale = z.enum(LOCALES).meta({ id: 'Locale' })
export type Locale = z.infer<typeof Locale>

/** What the page may know of a site. `verifiedOnly`: nobody may write whom the brand does not vouch for.
 * `team` holds up to three first names for the empty state. `privacy`, `terms`: where the brand's policy and terms are.
 * `texts`: the languages in which it has texts of its own. What it has not is left out. */
export const SiteView = z
  .strictObject({
    id: SiteId,
    seq: Seq,
    brand: z.string(),
    locale: Locale,
    kinds: z.array(Kind),
    closed: z.boolean(),
    verifiedOnly: z.boolean(),
    team: z.array(z.string()),
    privacy: z.string().optional(),
    terms: z.string().optional(),
    texts: z.array(Locale).optional(),
  })
  .meta({ id: 'SiteView' })
export type SiteView = z.infer<typeof SiteView>

/** What people may add to what they write, and whether letters can be sent to them. */
export const Offers = z.array(z.enum(['images', 'mail']))
export type Offers = z.infer<typeof Offers>
