import { z } from 'zod'
import { Change } from './feed.ts'
import { Epoch, ImageId, LabelId, MessageId, PersonId, ReplyId, Seq, ThreadId } from './ids.ts'
import { NewImages } from './image.ts'
import {
  ANNOUNCE_PAGES_MAX,
  BODY_MAX,
  EMAIL_MAX,
  LABEL_MAX,
  REASON_MAX,
  TITLE_MAX,
  URL_MAX,
} from './limits.ts'
import { ReportReason } from './moderation.ts'
import { OwnText, TextKey } from './own-texts.ts'
import { PageInput, PageKey } from './page.ts'
import { Name, NewIdentity, Role } from './person.ts'
import { siteSettings } from './settings.ts'
import { Kind, Locale } from './site.ts'
import { Language } from './text.ts'
import { Status } from './thread.ts'

const Body = z.string().min(1).max(BODY_MAX)
const Link = z.url({ protocol: /^https?$/ }).max(URL_MAX)

const Announced = z.array(PageKey).max(ANNOUNCE_PAGES_MAX)

/** Input of every command, by name. Imperative: what somebody asks for. */
export const commandInputs = {
  'person.rename': z.strictObject({ name: Name }),
  /** The brand's token says which of its customers this is. What was done on this device before becomes theirs. */
  'person.identify': NewIdentity,
  /**
   * Where one wants to hear of replies; null: nowhere any more. Another address is asked first, by a letter to it.
   * `language`: of the letters; left out: the site's.
   */
  'person.email': z.strictObject({
    address: z.string().min(1).max(EMAIL_MAX).nullable(),
    language: Locale.optional(),
  }),
  /** What is left out stays as it is. */
  'site.configure': z.strictObject(siteSettings).partial(),
  /** What a text of the widget says on this site, in one language; null: what it says everywhere. */
  'site.text': z.strictObject({ locale: Locale, key: TextKey, text: OwnText.nullable() }),

  'member.role': z.strictObject({ person: PersonId, role: Role }),
  'member.remove': z.strictObject({ person: PersonId }),
  'person.ban': z.strictObject({
    person: PersonId,
    on: z.boolean(),
    reason: z.string().max(REASON_MAX).optional(),
  }),
  'person.trust': z.strictObject({ person: PersonId, on: z.boolean() }),

  /**
   * `announce`, of the team only: the pages it is announced on as well; none named means everywhere. `language`, here and
   * below: what its author's screen speaks. The text is taken to be in it unless it says otherwise.
   */
  'thread.post': z.strictObject({
    page: PageInput,
    kind: Kind,
    body: Body,
    images: NewImages.optional(),
    language: Language.optional(),
    announce: Announced.optional(),
  }),
  /** `seen`: position of the newest entry its author had before them. Of the team's replies only: newer ones by others mean `stale`, unless `force`. */
  'reply.post': z.strictObject({
    thread: ThreadId,
    body: Body,
    images: NewImages.optional(),
    to: ReplyId.optional(),
    language: Language.optional(),
    seen: Seq.optional(),
    force: z.literal(true).optional(),
  }),
  'note.add': z.strictObject({
    thread: ThreadId,
    body: Body,
    images: NewImages.optional(),
    to: ReplyId.optional(),
    language: Language.optional(),
  }),

  'message.edit': z.strictObject({ id: MessageId, body: Body }),
  'message.delete': z.strictObject({ id: MessageId }),
  'message.restore': z.strictObject({ id: MessageId }),
  'message.hide': z.strictObject({ id: MessageId, reason: z.string().min(1).max(REASON_MAX) }),
  'message.hold': z.strictObject({ id: MessageId }),
  'message.spam': z.strictObject({ id: MessageId }),
  /** `reported`: what people said of it waits again: the way back from letting it stand. */
  'message.show': z.strictObject({ id: MessageId, reported: z.boolean().optional() }),

  /** Takes one image out of a message, or puts it back. */
  'image.hide': z.strictObject({ id: MessageId, image: ImageId, on: z.boolean() }),

  /** Once per person and message; its author is never told. */
  'message.report': z.strictObject({
    id: MessageId,
    reason: ReportReason,
    words: z.string().max(REASON_MAX).optional(),
  }),

  'vote.set': z.strictObject({ id: MessageId, on: z.boolean() }),
  'answer.accept': z.strictObject({ reply: ReplyId, on: z.boolean() }),
  'answer.official': z.strictObject({ reply: ReplyId, on: z.boolean() }),

  /** Whether one wants to hear of replies. On by default for threads one began or replied to. */
  'thread.follow': z.strictObject({ thread: ThreadId, on: z.boolean() }),
  /** Somebody of the team has opened it: its author is told while they wait. */
  'thread.seen': z.strictObject({ thread: ThreadId }),
  'thread.status': z.strictObject({
    thread: ThreadId,
    status: Status,
    reason: z.string().max(REASON_MAX).optional(),
    link: Link.optional(),
  }),
  'thread.retitle': z.strictObject({ thread: ThreadId, title: z.string().min(1).max(TITLE_MAX) }),
  'thread.pin': z.strictObject({ thread: ThreadId, on: z.boolean() }),
  'thread.lock': z.strictObject({ thread: ThreadId, on: z.boolean() }),
  /** `from` is the assignee the sender saw; another one by now means `stale`. */
  'thread.assign': z.strictObject({
    thread: ThreadId,
    to: PersonId.nullable(),
    from: PersonId.nullable().optional(),
  }),
  'thread.announce': z.strictObject({ thread: ThreadId, announce: Announced.nullable() }),
  'thread.merge': z.strictObject({ thread: ThreadId, into: ThreadId }),
  'thread.unmerge': z.strictObject({ thread: ThreadId }),
  'thread.done': z.strictObject({ thread: ThreadId, on: z.boolean() }),
  /** The id of the label; one that is there already is meant. */
  'label.add': z.strictObject({ name: z.string().min(1).max(LABEL_MAX) }),
  'label.rename': z.strictObject({ label: LabelId, name: z.string().min(1).max(LABEL_MAX) }),
  'label.delete': z.strictObject({ label: LabelId }),
  'thread.label': z.strictObject({
    thread: ThreadId,
    label: z.string().min(1).max(LABEL_MAX),
    on: z.boolean(),
  }),
} as const

export type CommandName = keyof typeof commandInputs
export type CommandInput<N extends CommandName> = z.infer<(typeof commandInputs)[N]>

/** The ack: what the command changed, as its sender may see it. `id` is the message, person or site it was about. */
export const CommandResult = z
  .strictObject({ id: z.string(), epoch: Epoch, seq: Seq, changes: z.array(Change) })
  .meta({ id: 'CommandResult' })
export type CommandResult = z.infer<typeof CommandResult>
