import type { CommandInput } from '../../contract/commands.ts'
import { AppError } from '../../lib/app-error.ts'
import { findPerson, setStanding } from '../../store/people.ts'
import { repliesOf } from '../../store/replies.ts'
import type { PersonRow } from '../../store/rows.ts'
import { threadsOf } from '../../store/threads.ts'
import { mayJudge } from '../access.ts'
import { command } from '../command.ts'
import { touchOwn, touchThread } from '../touches.ts'
import type { Unit } from '../unit.ts'

/** Threads sent again with what was decided about their author; older ones follow when they are next read. */
const REFRESHED = 50

/** Somebody who may be judged. @throws AppError `not_found`, `forbidden` for the team's own */
async function findVisitor(unit: Unit, id: string): Promise<PersonRow> {
  const person = await findPerson(unit.db, unit.viewer.site.id, id)
  if (!person || !unit.viewer.role) throw new AppError('not_found')
  if (person.role !== null) throw new AppError('forbidden')
  return person
}

/**
 * From now on a person can write nothing, through any door; what they wrote stays as it is, and is no longer theirs to
 * change. Their sockets come back as what they are now.
 */
export const personBan = command({
  name: 'person.ban',
  find: (unit, input: CommandInput<'person.ban'>) => findVisitor(unit, input.person),
  access: ({ viewer }) => (mayJudge(viewer, 'ban') ? 'allowed' : 'forbidden'),
  async run(unit, person, { on }) {
    await decide(unit, person, { banned_at: on ? unit.now : null })
    const own = [
      ...(await threadsOf(unit.db, person.id, REFRESHED)),
      ...(await repliesOf(unit.db, person.id, REFRESHED)),
    ]
    for (const { id } of own) touchOwn(unit, id, person.id)
    return person.id
  },
})

/** From now on a person's messages are public at once, whatever is in them. */
export const personTrust = command({
  name: 'person.trust',
  find: (unit, input: CommandInput<'person.trust'>) => findVisitor(unit, input.person),
  access: ({ viewer }) => (mayJudge(viewer, 'trust') ? 'allowed' : 'forbidden'),
  run: (unit, person, { on }) => decide(unit, person, { trusted_at: on ? unit.now : null }),
})

async function decide(
  unit: Unit,
  person: PersonRow,
  set: { banned_at: number | null } | { trusted_at: number | null },
): Promise<string> {
  await setStanding(unit.db, person.id, set)
  for (const thread of await threadsOf(unit.db, person.id, REFRESHED))
    touchThread(unit, thread, { audience: 'staff' })
  return person.id
}
