import type { PersonRow } from '../store/rows.ts'

/** Whether what somebody wrote is the team's word. Who left the team spoke for it all the same. */
export const speaksForTeam = (person: Pick<PersonRow, 'role' | 'account_id'> | undefined): boolean =>
  person !== undefined && (person.role !== null || person.account_id !== null)
