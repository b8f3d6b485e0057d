import fc from 'fast-check'
import type { Kind } from '../contract/site.ts'
import type { Status } from '../contract/thread.ts'
import type { StoredVisibility } from '../store/message-tables.ts'

/** Everything happens on quarters of an hour, so that a slow count of quarters is exact. */
export const QUARTER = 15 * 60_000
export const HORIZON_DAYS = 34
export const NOW = Date.UTC(2026, 10, 6, 12, 0)
const START = NOW - HORIZON_DAYS * 24 * 60 * 60_000

export const PEOPLE = ['anna', 'tom', 'lee', 'kim', 'giulia', 'marco', 'gone'] as const
export type Who = (typeof PEOPLE)[number]
/** `gone` left the team. */
export const TEAM: readonly Who[] = ['giulia', 'marco', 'gone']

export interface PastReply {
  by: Who
  at: number
  note: boolean
  words: boolean
  status: Status | null
  visibility: StoredVisibility
}
export interface PastThread {
  by: Who
  at: number
  kind: Kind
  visibility: StoredVisibility
  removedBy: 'author' | 'brand'
  locked: boolean
  /** Index of the accepted reply. */
  accepted: number | null
  replies: PastReply[]
  votes: { by: Who; at: number }[]
}
export interface Past {
  timeZone: string
  hours: { day: number; opens: number; closes: number }[]
  targetMinutes: number
  days: '7' | '30'
  kind: Kind | undefined
  office: '0' | '1'
  threads: PastThread[]
}

const quarters = HORIZON_DAYS * 96
const instant = fc.integer({ min: 0, max: quarters - 1 }).map(n => START + n * QUARTER)
const who = fc.constantFrom(...PEOPLE)
const visibility = fc.constantFrom<StoredVisibility>(
  'public',
  'public',
  'public',
  'public',
  'held',
  'removed',
  'spam',
)

const reply: fc.Arbitrary<PastReply> = fc.record({
  by: who,
  at: instant,
  note: fc.constantFrom(false, false, false, true),
  words: fc.constantFrom(true, true, true, false),
  status: fc.constantFrom<(Status | null)[]>(null, null, null, 'open', 'planned', 'shipped'),
  visibility,
})
const thread: fc.Arbitrary<PastThread> = fc.record({
  by: fc.constantFrom<Who[]>('anna', 'tom', 'lee', 'kim', 'anna', 'tom', 'giulia', 'gone'),
  at: instant,
  kind: fc.constantFrom<Kind[]>('question', 'question', 'idea', 'idea', 'problem', 'praise'),
  visibility,
  removedBy: fc.constantFrom('author', 'brand'),
  locked: fc.constantFrom(false, false, false, true),
  accepted: fc.option(fc.nat(3)),
  replies: fc.array(reply, { maxLength: 4 }),
  votes: fc.uniqueArray(fc.record({ by: who, at: instant }), { maxLength: 4, selector: vote => vote.by }),
})
const stretch = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.nat(94), fc.integer({ min: 1, max: 96 }))
  .map(([day, a, b]) => ({ day, opens: Math.min(a, b - 1) * 15, closes: Math.max(a + 1, b) * 15 }))

/** A month of a site, with all that a definition could trip over, on both sides of two changes of the clocks. */
export const past: fc.Arbitrary<Past> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'),
  hours: fc.array(stretch, { maxLength: 8 }),
  targetMinutes: fc.constantFrom(15, 240, 1440),
  days: fc.constantFrom('7', '30'),
  kind: fc.constantFrom<(Kind | undefined)[]>(undefined, undefined, 'question', 'idea', 'praise'),
  office: fc.constantFrom('0', '1'),
  threads: fc.array(thread, { maxLength: 24 }),
})
