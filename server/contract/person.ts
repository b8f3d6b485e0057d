import { z } from 'zod'
import { PersonId } from './ids.ts'
import { EMAIL_MAX, NAME_BYTES, PASSWORD_MAX, PASSWORD_MIN, ROLES, TOKEN_MAX } from './limits.ts'

export const Role = z.enum(ROLES).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>

/** A name as typed. The server normalises it (NFKC, no control or direction characters) and may refuse it. */
export const Name = z
  .string()
  .min(1)
  .max(NAME_BYTES)
  .meta({ id: 'Name', examples: ['Anna R.'] })

/**
 * What everybody may know of a person. `staff` comes from the record, never from the name. `label`: to be shown beside the
 * name of a visitor who is called like the brand or somebody of its team; left out of everybody else.
 */
export const PersonRef = z
  .strictObject({
    id: PersonId,
    name: z.string(),
    staff: z.boolean(),
    label: z.literal('visitor').optional(),
  })
  .meta({ id: 'PersonRef' })
export type PersonRef = z.infer<typeof PersonRef>

/** Where one hears of replies. `confirmed`: letters go there; before, and where they come back, none do. */
export const OwnEmail = z
  .strictObject({ address: z.string(), confirmed: z.boolean() })
  .meta({ id: 'OwnEmail' })
export type OwnEmail = z.infer<typeof OwnEmail>

/** A visitor's own record. `verified`: the brand vouches for them. `email`: of `MyState` alone, where there is one. */
export const Me = z
  .strictObject({
    id: PersonId,
    name: z.string().nullable(),
    verified: z.boolean(),
    email: OwnEmail.optional(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** What a staff member is on one site. */
export const StaffMe = z.strictObject({ id: PersonId, name: z.string(), role: Role }).meta({ id: 'StaffMe' })
export type StaffMe = z.infer<typeof StaffMe>

export const Email = z
  .email()
  .max(EMAIL_MAX)
  .meta({ id: 'Email', examples: ['teresa@lume.example'] })
export const Password = z
  .string()
  .min(PASSWORD_MIN)
  .max(PASSWORD_MAX)
  .meta({ id: 'Password', examples: ['four plain quiet words'] })

export const NewDevice = z.strictObject({ name: Name.optional() }).meta({ id: 'NewDevice' })
/** `token` is shown once; the server keeps only its hash. */
export const Device = z.strictObject({ token: z.string(), me: Me }).meta({ id: 'Device' })
export type Device = z.infer<typeof Device>

/** A JWT that the brand's server signed, see docs/identity.md. */
export const NewIdentity = z
  .strictObject({ token: z.string().min(1).max(TOKEN_MAX) })
  .meta({ id: 'NewIdentity' })
/** `token` is that of a new device, shown once; null where the caller's own speaks for the customer from now on. */
export const Identity = z.strictObject({ token: z.string().nullable(), me: Me }).meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

export const NewOwner = z
  .strictObject({ code: z.string().min(1).max(64), name: Name, email: Email, password: Password })
  .meta({ id: 'NewOwner' })
export const SignIn = z
  .strictObject({ email: Email, password: z.string().min(1).max(PASSWORD_MAX) })
  .meta({ id: 'SignIn' })

export const StaffSession = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    sites: z.array(z.strictObject({ id: z.string(), brand: z.string(), me: StaffMe })),
  })
  .meta({ id: 'StaffSession' })
export type StaffSession = z.infer<typeof StaffSession>

/** What the admin view opens with: whether anybody owns the installation yet, and who is signed in. */
export const AdminEntry = z
  .strictObject({ owner: z.boolean(), session: StaffSession.nullable() })
  .meta({ id: 'AdminEntry' })
export type AdminEntry = z.infer<typeof AdminEntry>
