import { createNearness } from '../auth/near-names.ts'
import type { PersonRef } from '../contract/person.ts'
import type { PersonRow, SiteRow } from '../store/rows.ts'
import { speaksForTeam } from './speaks-for-team.ts'

/** What everybody may know of somebody who is shown as what they are: of the team, or where nobody is in doubt. */
export const personRef = (person: PersonRow | undefined): PersonRef => ({
  id: person?.id ?? 'p_gone',
  name: person?.name ?? '',
  staff: speaksForTeam(person),
})

/**
 * The same of anybody who writes on a site. Whose name comes near the team's is marked as a visitor wherever they are
 * shown, by the team and brand of this moment: also on what they wrote before a namesake joined.
 */
export function personRefs(site: SiteRow): (person: PersonRow | undefined) => PersonRef {
  let isNear: ReturnType<typeof createNearness> | undefined
  return person => {
    const ref = personRef(person)
    if (ref.staff || ref.name === '') return ref
    isNear ??= createNearness({ brand: site.brand, staffNames: site.team_names?.split('\n') ?? [] })
    return isNear(ref.name) ? { ...ref, label: 'visitor' } : ref
  }
}
