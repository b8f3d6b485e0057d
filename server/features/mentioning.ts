import { addMentions, mentionedIn, participants, removeMentions } from '../store/mentions.ts'
import { staffOf } from '../store/people.ts'
import type { PersonRow } from '../store/rows.ts'
import type { Db } from '../store/store.ts'
import { readMentions } from './text/mentions.ts'
import type { MessageText } from './text/message-text.ts'
import { touchOwn } from './touches.ts'
import type { Unit } from './unit.ts'

/** Who can be mentioned: the team, and in public the people of the thread. A note never calls in a visitor. */
export async function mentionable(
  db: Db,
  where: { siteId: string; thread: string | null; note: boolean },
): Promise<PersonRow[]> {
  const team = (await staffOf(db, where.siteId)).filter(person => person.name)
  return where.note || where.thread === null
    ? team
    : [...(await participants(db, where.siteId, where.thread)), ...team]
}

/** The text with its mentions made out, and the ids of those it mentions; most texts mention nobody and ask nothing. */
export async function findMentions(
  { db, viewer }: Unit,
  text: MessageText,
  where: { thread: string | null; note: boolean },
): Promise<{ text: MessageText; mentioned: string[] }> {
  if (!text.source.includes('@')) return { text, mentioned: [] }
  const people = await mentionable(db, { siteId: viewer.site.id, ...where })
  const { tree, mentioned } = readMentions(
    text.tree,
    people.map(({ id, name }) => ({ id, name: name ?? '' })),
  )
  return { text: { ...text, tree }, mentioned: mentioned.filter(id => id !== viewer.person.id) }
}

/** Remembers whom a new message mentions, and tells them. */
export async function mention(unit: Unit, messageId: string, mentioned: string[]): Promise<void> {
  const { db, viewer, now } = unit
  if (mentioned.length === 0) return
  await addMentions(db, { site_id: viewer.site.id, message_id: messageId, created_at: now }, mentioned)
  for (const id of mentioned) touchOwn(unit, messageId, id)
}

/** The same for a message that has been rewritten. Who is no longer mentioned is told so. */
export async function mentionAnew(unit: Unit, messageId: string, mentioned: string[]): Promise<void> {
  const before = await mentionedIn(unit.db, messageId)
  if (before.length > 0) await removeMentions(unit.db, messageId)
  for (const id of before) touchOwn(unit, messageId, id)
  await mention(unit, messageId, mentioned)
}

/** A message came into sight, or went out of it, for those it mentions too. */
export async function touchMentioned(unit: Unit, messageId: string): Promise<void> {
  for (const id of await mentionedIn(unit.db, messageId)) touchOwn(unit, messageId, id)
}
