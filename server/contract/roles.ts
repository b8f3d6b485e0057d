import { z } from 'zod'
import { Role } from './person.ts'

/** Who may do what, as it is enforced: actions on messages first, then those on the site as a whole. */
export const RoleMatrix = z
  .strictObject({
    roles: z.array(Role),
    actions: z.array(
      z.strictObject({ action: z.string(), of: z.enum(['message', 'site']), roles: z.array(Role) }),
    ),
  })
  .meta({ id: 'RoleMatrix' })
export type RoleMatrix = z.infer<typeof RoleMatrix>
