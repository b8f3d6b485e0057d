import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { LABELS_PER_THREAD, NAME_GRAPHEMES, TITLE_AUTO_MAX } from '../../server/contract/limits.ts'
import { loadSiteFiles } from '../site-files.ts'
import { days } from './ago.ts'
import { conversations } from './conversations.ts'
import { people } from './people.ts'
import type { SeedThread } from './types.ts'

const staff = new Set(people.filter(person => person.staff).map(person => person.key))
const visitors = new Set(people.filter(person => !person.staff).map(person => person.key))
const named = conversations.map(thread => [firstSentence(thread.body), thread] as const)

function firstSentence(body: string): string {
  return body.match(/^.*?(?:[。？！؟]|[.!?;…](?=\s|$))/u)?.[0] ?? body.split('\n')[0] ?? ''
}

/** Everything dated in a thread besides its beginning, as minutes ago. */
function laterMoments(thread: SeedThread): number[] {
  const moments = thread.replies?.map(reply => reply.minutesAgo) ?? []
  return thread.status ? [...moments, thread.status.minutesAgo] : moments
}

test('the cast is three staff and many visitors, each named once', () => {
  expect([...staff].sort()).toEqual(['giulia', 'marco', 'teresa'])
  expect(visitors.size).toBeGreaterThanOrEqual(45)
  expect(new Set(people.map(person => person.key)).size).toBe(people.length)
  expect(new Set(people.map(person => person.name)).size).toBe(people.length)
  for (const person of people) expect(person.name.length).toBeLessThanOrEqual(NAME_GRAPHEMES)
})

test('the conversations are a few dozen, of all kinds, in many languages, old and new', () => {
  expect(conversations.length).toBeGreaterThanOrEqual(36)
  expect(conversations.length).toBeLessThanOrEqual(44)
  expect(new Set(conversations.map(thread => thread.kind)).size).toBe(4)
  expect(new Set(conversations.map(thread => thread.language)).size).toBeGreaterThanOrEqual(6)
  expect(Math.max(...conversations.map(thread => thread.minutesAgo))).toBeLessThanOrEqual(days(70))
  expect(conversations.filter(thread => thread.minutesAgo < 180).length).toBeGreaterThanOrEqual(3)
  expect(conversations.filter(thread => thread.pinned).length).toBe(1)
  expect(conversations.filter(thread => thread.locked).length).toBe(1)
})

test('no two conversations share a title', () => {
  expect(new Set(named.map(([title]) => title)).size).toBe(conversations.length)
})

test('no message has more votes than there are visitors to cast them', () => {
  for (const thread of conversations) {
    const most = Math.max(thread.votes ?? 0, ...(thread.replies ?? []).map(reply => reply.votes ?? 0))
    expect(most).toBeLessThan(visitors.size)
  }
})

test('every page of a conversation exists on the demo site', async () => {
  const files = await loadSiteFiles(resolve('demo/site'), { parla: 'http://localhost', site: 'demo' })
  for (const thread of conversations) expect([...files.keys()]).toContain(thread.page)
})

test.each(named)('“%s” works as a title', title => {
  expect(title.length).toBeGreaterThan(8)
  expect(title.length).toBeLessThanOrEqual(TITLE_AUTO_MAX)
  expect(title).not.toMatch(/[`*\]]|^>/)
})

test.each(named)('“%s” is told in order by people who exist', (_, thread) => {
  const replies = thread.replies ?? []
  const authors = [thread, ...replies].map(message => message.author)
  for (const author of authors) expect(staff.has(author) || visitors.has(author)).toBe(true)
  for (const moment of laterMoments(thread)) expect(moment).toBeLessThan(thread.minutesAgo)
  for (const [index, reply] of replies.entries()) {
    expect(reply.minutesAgo).toBeGreaterThan(0)
    if (index > 0) expect(reply.minutesAgo).toBeLessThan(replies[index - 1]?.minutesAgo ?? 0)
    if (reply.to !== undefined) expect(reply.to).toBeLessThan(index)
  }
})

test.each(named)('“%s” keeps what only staff may do to staff', (_, thread) => {
  for (const reply of thread.replies ?? []) {
    if (reply.official || reply.note) expect(staff).toContain(reply.author)
    if (reply.note) expect(reply.accepted ?? reply.official ?? reply.votes).toBeUndefined()
    if (reply.accepted) expect(visitors).toContain(thread.author)
    if (reply.to !== undefined) expect(thread.replies?.[reply.to]?.note).toBe(reply.note)
  }
  if (thread.assignee) expect(staff).toContain(thread.assignee)
  expect(thread.labels?.length ?? 0).toBeLessThanOrEqual(LABELS_PER_THREAD)
})

test.each(named)('“%s” has at most one accepted answer', (_, thread) => {
  expect(thread.replies?.filter(reply => reply.accepted).length ?? 0).toBeLessThanOrEqual(1)
})

test.each(named)('“%s” explains its status', (_, { status, kind }) => {
  if (!status) return
  expect(staff).toContain(status.by)
  expect(['idea', 'problem']).toContain(kind)
  if (status.to === 'declined') expect(status.reason?.length).toBeGreaterThan(80)
  if (status.to === 'shipped') expect(status.link).toMatch(/^https:\/\//)
})
