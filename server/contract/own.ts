import { z } from 'zod'
import { Instant, MessageId, Seq } from './ids.ts'
import { Action } from './moderation.ts'
import { PersonRef } from './person.ts'
import { ReplyView } from './reply.ts'
import { Tree } from './text.ts'
import { ThreadView } from './thread.ts'

/**
 * What a message is to the one viewer it is sent to (stream `me`): their vote, their authorship and what they may
 * do beyond everybody's `can`. `following` (threads): they are told of replies. `reported`: they reported it, so it is
 * folded for them. `mentioned`: it names them. `seen` (their own thread, while nobody of the team has answered): who of
 * the team has read it, and when. `source` is their text as typed, for editing. `thread` or `reply` (and `body`) is
 * there while only they can see the message (held, or deleted and restorable).
 */
export const OwnView = z
  .strictObject({
    id: MessageId,
    seq: Seq,
    voted: z.boolean(),
    author: z.boolean(),
    following: z.boolean(),
    reported: z.boolean(),
    mentioned: z.boolean(),
    seen: z.strictObject({ by: PersonRef, at: Instant }).nullable(),
    can: z.array(Action),
    source: z.string().nullable(),
    thread: ThreadView.nullable(),
    body: Tree.nullable(),
    reply: ReplyView.nullable(),
  })
  .meta({ id: 'OwnView' })
export type OwnView = z.infer<typeof OwnView>
