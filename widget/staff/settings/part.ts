import type { RoleMatrix } from '../../../server/contract/roles.ts'
import type { SiteSettings } from '../../../server/contract/settings.ts'
import type { Signal } from '../../signals/signal.ts'
import type { SettingsTexts } from './texts.ts'

/** What every part of the settings is given. */
export interface PartProps {
  t: SettingsTexts
  settings: Signal<SiteSettings | null>
  matrix: RoleMatrix
  /** Whether one's role may do this to the site; as the server says it. */
  may: (action: string) => boolean
  /** Changes the site; the words for what went wrong, or null. */
  save: (changes: Partial<SiteSettings>) => Promise<string | null>
  /** The words for something that was thrown. */
  explain: (thrown: unknown) => string
}
