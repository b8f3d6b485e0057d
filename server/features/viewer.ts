import type { Role } from '../contract/person.ts'
import type { PersonRow, SiteRow } from '../store/rows.ts'

/** `hash` names the pass, and `session` the session it lives by, without being able to use them. */
export interface InlinePass {
  hash: string
  session: string
  expiresAt: number
}

/**
 * Whoever is looking. `role` is set only through a staff session, never through a device token. `inline`: by a pass of
 * one, on a brand's page, where less may be done.
 */
export interface Viewer {
  site: SiteRow
  person: PersonRow | null
  role: Role | null
  inline?: InlinePass
}

/** A viewer who is somebody. */
export interface Actor extends Viewer {
  person: PersonRow
}

/** For whom an entity is drawn: everybody, staff of a role, or a message's own author. */
export type Audience =
  | { kind: 'public' }
  | { kind: 'staff'; role: Role; inline: boolean }
  | { kind: 'author' }

export const audienceOf = (viewer: Viewer): Audience =>
  viewer.role ? { kind: 'staff', role: viewer.role, inline: viewer.inline !== undefined } : { kind: 'public' }
