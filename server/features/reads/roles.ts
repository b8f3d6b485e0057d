import { ROLES } from '../../contract/limits.ts'
import type { Role } from '../../contract/person.ts'
import type { RoleMatrix } from '../../contract/roles.ts'
import { siteActions, staffActions } from '../access.ts'

/** The matrix that `access` asks, for the team to look at. */
export function roleMatrix(): RoleMatrix {
  const rows = (of: 'message' | 'site', table: Record<string, readonly Role[]>) =>
    Object.entries(table).map(([action, roles]) => ({ action, of, roles: [...roles] }))
  return { roles: [...ROLES], actions: [...rows('message', staffActions), ...rows('site', siteActions)] }
}
