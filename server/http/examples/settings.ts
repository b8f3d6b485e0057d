import { KINDS } from '../../contract/limits.ts'
import type { SiteSettings } from '../../contract/settings.ts'
import { exampleInstant } from './ids.ts'

export const exampleOrigin = 'https://lume.example'
export const exampleSettings: SiteSettings = {
  brand: 'Lume',
  locale: 'en',
  origins: [exampleOrigin],
  kinds: [...KINDS],
  closed: false,
  verifiedOnly: false,
  timeZone: 'Europe/Rome',
  officeHours: [{ day: 1, opens: 540, closes: 1080 }],
  targetMinutes: 1440,
  privacyUrl: 'https://lume.example/privacy',
  termsUrl: null,
  texts: [],
  look: { accent: '#3b5bdb', theme: 'auto' },
  hosted: 'indexed',
  firstRun: null,
  mail: true,
  sights: [{ origin: exampleOrigin, first: exampleInstant, last: exampleInstant }],
}
