import { readCustomerToken } from '../../auth/customer-token.ts'
import { tidyName } from '../../auth/names.ts'
import { AppError } from '../../lib/app-error.ts'
import { moveEverything, recountMarks, withRoots } from '../../store/claims.ts'
import { activeSecrets, findCustomer, updatePerson, useToken } from '../../store/customers.ts'
import { markedBy } from '../../store/marks.ts'
import { repliesByIds, repliesOf } from '../../store/replies.ts'
import type { PersonRow, ThreadRow } from '../../store/rows.ts'
import { lockSite } from '../../store/sites.ts'
import { threadsByIds, threadsOf } from '../../store/threads.ts'
import { command } from '../command.ts'
import { rename } from '../rename.ts'
import { touchOwn, touchReply, touchThread } from '../touches.ts'
import type { Unit } from '../unit.ts'

/** Messages sent again under their new author; older ones follow when they are next read. */
const REFRESHED = 100

/**
 * The brand says which of its customers this is. Whoever it is for the first time stays the person they are; on
 * another device, what was done there before becomes theirs. Never by an e-mail address, only by the brand's own id.
 */
export const personIdentify = command({
  name: 'person.identify',
  async find({ db, dialect, viewer, now }, { token }) {
    if (viewer.role) throw new AppError('forbidden')
    // Two devices of a new customer at once are one person.
    await lockSite(db, dialect, viewer.site.id)
    const secrets = await activeSecrets(db, viewer.site.id, now)
    const customer = await readCustomerToken(token, { siteId: viewer.site.id, secrets, now })
    return { customer, known: await findCustomer(db, viewer.site.id, customer.sub) }
  },
  access: ({ viewer: { person } }, { customer }) =>
    person.sub === null || person.sub === customer.sub ? 'allowed' : 'conflict',
  async run(unit, { customer, known }) {
    const { db, viewer, now } = unit
    const they = known ?? viewer.person
    const used = {
      site_id: viewer.site.id,
      jti: customer.jti,
      expires_at: customer.expiresAt,
      sub: customer.sub,
    }
    // A device that asks again is told the same; anybody else has found a token that is not theirs.
    const isTheirs = await useToken(db, { ...used, person_id: viewer.person.id }, now)
    if (!isTheirs && viewer.person.id !== known?.id) throw new AppError('identity_used')
    if (they.id !== viewer.person.id) await claim(unit, viewer.person, they)
    await introduce(unit, they, customer)
    return they.id
  },
})

/** Their name is the brand's word, until they say otherwise; and anew when the brand has another. */
async function introduce(
  unit: Unit,
  they: PersonRow,
  customer: { sub: string; name: string | null; email: string | null },
) {
  const told = customer.name === null ? null : readName(customer.name)
  await updatePerson(unit.db, they.id, { sub: customer.sub, email: customer.email, token_name: told })
  if (told !== null && told !== they.name && (they.name === null || told !== they.token_name))
    await rename(unit, they, told)
}

/** What cannot be a name is none; then they are asked. */
function readName(name: string): string | null {
  try {
    return tidyName(name)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

async function claim(unit: Unit, from: PersonRow, to: PersonRow): Promise<void> {
  const { db } = unit
  const marked = await markedBy(db, from.id, REFRESHED)
  const theirThreads = await threadsOf(db, from.id, REFRESHED)
  const theirReplies = await repliesOf(db, from.id, REFRESHED)
  await moveEverything(db, from.id, to.id)
  await updatePerson(db, from.id, { claimed_by: to.id })
  const ids = (prefix: string) => marked.filter(id => id.startsWith(prefix))
  const replyIds = [...new Set([...theirReplies.map(row => row.id), ...ids('r_')])]
  const replies = await repliesByIds(db, from.site_id, replyIds)
  const threadIds = await withRoots(db, [
    ...new Set([...theirThreads.map(row => row.id), ...ids('t_'), ...replies.map(row => row.thread_id)]),
  ])
  const threads = new Map<string, ThreadRow>()
  await recountMarks(db, 'reply', replyIds)
  await recountMarks(db, 'thread', threadIds)
  for (const row of await threadsByIds(db, from.site_id, threadIds)) threads.set(row.id, row)
  for (const thread of threads.values()) {
    touchThread(unit, thread)
    touchOwn(unit, thread.id, to.id)
  }
  for (const reply of replies) {
    const thread = threads.get(reply.thread_id)
    if (thread) touchReply(unit, thread, reply)
    touchOwn(unit, reply.id, to.id)
  }
}
