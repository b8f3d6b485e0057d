import type { Role } from '../contract/person.ts'
import { mayOnSite } from './access.ts'

/** Owners are made and unmade by owners alone. */
export const mayGive = (actor: Role | null, role: Role): boolean =>
  mayOnSite(actor, 'team') && (role !== 'owner' || actor === 'owner')
