import { z } from 'zod'
import { Instant, PersonId, SiteId } from './ids.ts'
import { Email, Name, Password, Role } from './person.ts'
import { Brand, Origin, TimeZone } from './settings.ts'
import { Locale } from './site.ts'

export const InvitationId = z
  .string()
  .regex(/^i_[A-Za-z0-9_-]{1,40}$/)
  .meta({ id: 'InvitationId', examples: ['i_Kd8s3YvF0uOh7QdX'] })

const invitation = { id: InvitationId, role: Role, by: z.string(), expiresAt: Instant }
export const Invitation = z.strictObject(invitation).meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

export const NewInvitation = z.strictObject({ role: Role }).meta({ id: 'NewInvitation' })
/** `url` is shown once and opens once. */
export const MadeInvitation = z
  .strictObject({ ...invitation, url: z.string() })
  .meta({ id: 'MadeInvitation' })

export const Member = z
  .strictObject({ id: PersonId, name: z.string(), email: z.string(), role: Role, since: Instant })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

/** Longest serving first. */
export const TeamList = z
  .strictObject({ members: z.array(Member), invitations: z.array(Invitation) })
  .meta({ id: 'TeamList' })
export type TeamList = z.infer<typeof TeamList>

const InvitationToken = z.string().min(1).max(100)
export const InvitationLook = z.strictObject({ token: InvitationToken }).meta({ id: 'InvitationLook' })
/** What an invitation leads to, before anybody accepts it. */
export const Invited = z
  .strictObject({ brand: z.string(), role: Role, by: z.string(), expiresAt: Instant })
  .meta({ id: 'Invited' })
export type Invited = z.infer<typeof Invited>

/** Without `account` whoever is signed in accepts. With an address that is known already, its password is asked for. */
export const InvitationAnswer = z
  .strictObject({
    token: InvitationToken,
    account: z.strictObject({ name: Name, email: Email, password: Password }).optional(),
  })
  .meta({ id: 'InvitationAnswer' })

export const NewSite = z
  .strictObject({ brand: Brand, locale: Locale, origins: z.array(Origin).max(5), timeZone: TimeZone })
  .meta({ id: 'NewSite' })
export const MadeSite = z.strictObject({ id: SiteId }).meta({ id: 'MadeSite' })

export const NewPassword = z
  .strictObject({ current: z.string().min(1).max(256), next: Password })
  .meta({ id: 'NewPassword' })

export const SessionId = z.string().regex(/^[A-Za-z0-9_-]{16}$/)
/** One of an account's sessions. `agent` is what the browser called itself. */
export const OpenSession = z
  .strictObject({ id: SessionId, agent: z.string(), since: Instant, seen: Instant, current: z.boolean() })
  .meta({ id: 'OpenSession' })
export const OpenSessions = z.strictObject({ sessions: z.array(OpenSession) }).meta({ id: 'OpenSessions' })
export type OpenSessions = z.infer<typeof OpenSessions>
