import type { Role } from '../../contract/person.ts'
import { AppError } from '../../lib/app-error.ts'
import { findPerson } from '../../store/people.ts'
import type { PersonRow } from '../../store/rows.ts'
import { countOwners, setPersonRole } from '../../store/team.ts'
import { command } from '../command.ts'
import { mayGive } from '../ranks.ts'
import type { Unit } from '../unit.ts'

async function findMember(unit: Unit, { person }: { person: string }) {
  const member = await findPerson(unit.db, unit.viewer.site.id, person)
  if (!member?.role) throw new AppError('not_found')
  return { member, role: member.role, owners: await countOwners(unit.db, unit.viewer.site.id) }
}

const isLastOwner = ({ role, owners }: { role: Role; owners: number }) => role === 'owner' && owners <= 1

async function set(unit: Unit, member: PersonRow, role: Role | null): Promise<string> {
  await setPersonRole(unit.db, member.id, role)
  // Everybody is told three names of the team.
  unit.touch({ entity: 'site', id: unit.viewer.site.id, audience: 'public' })
  return member.id
}

/** Gives somebody of the team another role. Their sockets end within a minute. */
export const memberRole = command({
  name: 'member.role',
  find: findMember,
  access({ viewer }, subject, input) {
    if (!mayGive(viewer.role, subject.role) || !mayGive(viewer.role, input.role)) return 'forbidden'
    return isLastOwner(subject) && input.role !== 'owner' ? 'last_owner' : 'allowed'
  },
  run: (unit, { member }, input) => set(unit, member, input.role),
})

/** Takes somebody off the team. What they wrote stays the team's. */
export const memberRemove = command({
  name: 'member.remove',
  find: findMember,
  access({ viewer }, subject) {
    const own = viewer.person.id === subject.member.id
    if (!own && !mayGive(viewer.role, subject.role)) return 'forbidden'
    return isLastOwner(subject) ? 'last_owner' : 'allowed'
  },
  run: (unit, { member }) => set(unit, member, null),
})
