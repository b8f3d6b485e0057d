import { firstName } from '../auth/near-names.ts'
import type { ImageView } from '../contract/image.ts'
import { REPORT_REASONS } from '../contract/limits.ts'
import type { Removal, Reports, Visibility } from '../contract/moderation.ts'
import type { OwnView } from '../contract/own.ts'
import type { Me } from '../contract/person.ts'
import type { ReplyView } from '../contract/reply.ts'
import type { SiteView } from '../contract/site.ts'
import type { Tree } from '../contract/text.ts'
import type { AnswerPreview, BodyView, ThreadView } from '../contract/thread.ts'
import type { AddressRow } from '../store/addresses.ts'
import type { Mark } from '../store/marks.ts'
import type { PersonRow, ReplyRow, SiteRow, ThreadRow } from '../store/rows.ts'
import type { Subject } from './access.ts'
import { abilities, ownAbilities } from './access.ts'
import { personRef } from './person-refs.ts'
import type { ReplyRecord, ThreadRecord } from './records.ts'
import { speaksForTeam } from './speaks-for-team.ts'
import { cutQuote } from './text/cut.ts'
import type { Audience } from './viewer.ts'

/*
 * Rows become public shapes here and nowhere else. Every field is named: what is not written down below cannot leak.
 * Each function answers null where the audience may not know the entity exists.
 */

export function siteView(site: SiteRow, staff: PersonRow[]): SiteView {
  return {
    id: site.id,
    seq: site.seq,
    brand: site.brand,
    locale: site.locale,
    kinds: JSON.parse(site.kinds),
    closed: site.closed === 1,
    verifiedOnly: site.verified_only === 1,
    team: staff
      .filter(({ role }) => role !== 'viewer')
      .slice(0, 3)
      .map(person => firstName(person.name)),
    ...(site.privacy_url !== null && { privacy: site.privacy_url }),
    ...(site.terms_url !== null && { terms: site.terms_url }),
    ...(site.texts !== '[]' && { texts: JSON.parse(site.texts) }),
  }
}

/** A visitor's record as they themselves may see it. */
export const meView = ({ id, name, sub }: PersonRow): Me => ({ id, name, verified: sub !== null })

/** The same with where they hear of replies, which nobody else is ever told. */
export const meWithEmail = (person: PersonRow, row: AddressRow | undefined): Me => ({
  ...meView(person),
  ...(row && {
    email: { address: row.address, confirmed: row.confirmed_at !== null && row.bounced_at === null },
  }),
})

/** How much of a message an audience gets: all of it, a tombstone, or nothing. */
function exposure(row: ThreadRow | ReplyRow, audience: Audience): 'whole' | 'tombstone' | 'nothing' {
  if (row.visibility === 'public') return 'whole'
  if (row.visibility === 'spam') return 'nothing'
  if (row.visibility === 'held') return audience.kind === 'public' ? 'nothing' : 'whole'
  if (row.visibility === 'dropped' && audience.kind === 'public') return 'nothing'
  const ofInterest = audience.kind === 'staff' || row.visibility === 'dropped'
  return ofInterest && row.removed_by === 'brand' ? 'whole' : 'tombstone'
}

/** The images of a message as an audience sees it; of one that the team took out nothing but its place. */
function imagesView(row: ThreadRow | ReplyRow, audience: Audience): ImageView[] | null {
  if (row.images === null || exposure(row, audience) !== 'whole') return null
  const ofTeam = audience.kind === 'staff'
  return imagesOf(row).map(image => (image.hidden && !ofTeam ? { ...image, alt: '' } : image))
}

const images = (row: ThreadRow | ReplyRow, audience: Audience) => {
  const shown = imagesView(row, audience)
  return shown && { images: shown }
}

export const imagesOf = ({ images }: { images: string | null }): ImageView[] =>
  images === null ? [] : JSON.parse(images)

/** Whether an audience may look at an image: it is shown the message, and the image in it. */
export function showsImage({ thread, reply }: Subject, audience: Audience, id: string): boolean {
  const ofTeam = audience.kind === 'staff'
  if (reply?.note && !ofTeam) return false
  const row = reply ?? thread
  // What was marked as spam is shown to the team where it decides about it.
  const shown = ofTeam && row.visibility === 'spam' ? imagesOf(row) : imagesView(row, audience)
  if (exposure(thread, audience) === 'nothing' && !ofTeam) return false
  return shown?.some(image => image.id === id && (ofTeam || !image.hidden)) ?? false
}

const isGone = (row: ThreadRow | ReplyRow) => !['public', 'held'].includes(row.visibility)

const visibilityOf = (row: ThreadRow | ReplyRow): Visibility =>
  isGone(row) ? 'removed' : (row.visibility as Visibility)

export const removalOf = (row: ThreadRow | ReplyRow): Removal | null =>
  isGone(row) ? { by: row.removed_by ?? 'brand', reason: row.removed_reason } : null

export function threadView(record: ThreadRecord, audience: Audience): ThreadView | null {
  const { row, people, person } = record
  const shown = exposure(row, audience)
  if (shown === 'nothing') return null
  const whole = shown === 'whole'
  const last = row.last_reply_id ? record.replies.get(row.last_reply_id) : undefined
  return {
    id: row.id,
    seq: audience.kind === 'staff' ? Math.max(row.seq, row.staff_seq) : row.seq,
    kind: row.kind,
    title: whole ? row.title : '',
    excerpt: whole ? row.excerpt : '',
    language: row.language,
    page: { key: record.page?.key ?? '', url: record.page?.url ?? '', title: record.page?.title ?? null },
    author: person(row.author_id),
    status: row.status,
    statusNote:
      row.status_by && row.status_at !== null
        ? { reason: row.status_reason, link: row.status_link, by: person(row.status_by), at: row.status_at }
        : null,
    answered: row.official_id !== null || row.accepted_id !== null,
    answer: whole ? answerPreview(record) : null,
    votes: row.votes,
    replies: row.replies,
    lastReply: last && isPublic(last) ? { author: person(last.author_id), at: last.created_at } : null,
    createdAt: row.created_at,
    activityAt: row.activity_at,
    editedAt: row.edited_at,
    retitled: row.retitled === 1,
    pinned: row.pinned === 1,
    locked: row.locked === 1,
    labels: record.labels.map(({ id, name }) => ({ id, name })),
    visibility: visibilityOf(row),
    removal: removalOf(row),
    can: abilities(
      { site: record.site, thread: row, reply: null, byStaff: speaksForTeam(people.get(row.author_id)) },
      audience,
    ),
    ...images(row, audience),
    ...(row.announced !== null && { announced: JSON.parse(row.announced) }),
    ...(record.canonical && {
      merged: {
        id: record.canonical.id,
        title: record.canonical.visibility === 'public' ? record.canonical.title : '',
      },
    }),
    ...(audience.kind === 'staff' && {
      staff: {
        assignee: row.assignee_id ? person(row.assignee_id) : null,
        waitingSince: row.waiting_since,
        notes: row.notes,
        reports: reportsView(record.reports),
        done: row.done_at !== null,
        author: standingOf(people.get(row.author_id)),
      },
    }),
  }
}

const standingOf = (person: PersonRow | undefined) => {
  if (person?.banned_at != null) return 'banned'
  return person?.trusted_at != null ? 'trusted' : null
}

const spokenIn = ({ language }: ReplyRow) => language !== null && { language }

const isPublic = (reply: ReplyRow) => reply.visibility === 'public' && reply.note === 0

/** Accepted and official, else accepted, else official, else the team's newest word. */
function answerPreview({ row, replies, person }: ThreadRecord): AnswerPreview | null {
  for (const id of [row.accepted_id, row.official_id, row.staff_reply_id]) {
    const reply = id ? replies.get(id) : undefined
    if (!reply || !isPublic(reply)) continue
    return {
      id: reply.id,
      author: person(reply.author_id),
      excerpt: reply.excerpt,
      ...spokenIn(reply),
      official: reply.id === row.official_id,
      accepted: reply.id === row.accepted_id,
      at: reply.created_at,
    }
  }
  return null
}

export function bodyView(row: ThreadRow, audience: Audience): BodyView | null {
  const shown = exposure(row, audience)
  return shown === 'nothing' ? null : { id: row.id, seq: row.seq, body: shown === 'whole' ? tree(row) : [] }
}

export function replyView(record: ReplyRecord, audience: Audience): ReplyView | null {
  const { row, thread, people, person, to } = record
  if (row.note && audience.kind !== 'staff') return null
  if (exposure(thread, audience) === 'nothing') return null
  const shown = exposure(row, audience)
  if (shown === 'nothing') return null
  const quotable = to && isPublic(to)
  return {
    id: row.id,
    seq: audience.kind === 'staff' ? Math.max(row.seq, row.staff_seq) : row.seq,
    thread: row.thread_id,
    position: row.position,
    author: person(row.author_id),
    body: shown === 'whole' ? tree(row) : [],
    ...(shown === 'whole' && spokenIn(row)),
    to: to
      ? {
          id: to.id,
          author: person(to.author_id),
          quote: quotable ? cutQuote(to.excerpt) : '',
        }
      : null,
    note: row.note === 1,
    status: row.status,
    official: thread.official_id === row.id,
    accepted: thread.accepted_id === row.id,
    votes: row.votes,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    visibility: visibilityOf(row),
    removal: removalOf(row),
    can: abilities(
      { site: record.site, thread, reply: row, byStaff: speaksForTeam(people.get(row.author_id)) },
      audience,
    ),
    ...images(row, audience),
    ...(audience.kind === 'staff' && { staff: { reports: reportsView(record.reports) } }),
  }
}

const WORDS_SHOWN = 5

/** How many people reported a message and why; never who. */
export function reportsView(reports: ThreadRecord['reports']): Reports | null {
  if (reports.length === 0) return null
  const counted = REPORT_REASONS.map(reason => ({
    reason,
    count: reports.filter(report => report.reason === reason).length,
  }))
  const words = reports.map(report => report.words).filter(Boolean)
  return {
    count: reports.length,
    reasons: counted.filter(({ count }) => count > 0),
    words: words.slice(0, WORDS_SHOWN),
  }
}

export const tree = (row: { tree: string }): Tree => JSON.parse(row.tree)

/** Who of the team has read what its author waits with. */
function seenBy(thread: ThreadRow, people: Map<string, PersonRow>): OwnView['seen'] {
  const { seen_by: by, seen_at: at, waiting_since: since } = thread
  return by && at !== null && since !== null && at >= since ? { by: personRef(people.get(by)), at } : null
}

/** What a message is to one person. `held` carries the message itself, which no other stream shows them. */
export function ownView(
  subject: Subject,
  own: {
    personId: string
    marks: ReadonlySet<Mark>
    now: number
    banned: boolean
    held: ThreadView | ReplyView | null
    people: Map<string, PersonRow>
  },
): OwnView {
  const row = subject.reply ?? subject.thread
  const author = row.author_id === own.personId
  const refused = row.visibility === 'dropped' && row.removed_by === 'brand'
  const readable = author && (!isGone(row) || refused)
  const isThread = subject.reply === null
  const words = readable ? tree(subject.thread) : []
  return {
    id: row.id,
    seq: row.seq,
    voted: own.marks.has('voted'),
    author,
    following: own.marks.has('following'),
    reported: own.marks.has('reported'),
    mentioned: row.visibility === 'public' && own.marks.has('mentioned'),
    seen: isThread && author ? seenBy(subject.thread, own.people) : null,
    // Whoever may no longer write is not offered to.
    can: own.banned ? [] : ownAbilities(subject, own.personId, own.now),
    source: readable ? row.source : null,
    thread: isThread ? (own.held as ThreadView | null) : null,
    body: isThread && own.held ? words : null,
    reply: isThread ? null : (own.held as ReplyView | null),
  }
}
