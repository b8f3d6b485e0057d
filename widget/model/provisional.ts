import type { CommandInput } from '../../server/contract/commands.ts'
import { TITLE_AUTO_MAX } from '../../server/contract/limits.ts'
import type { Action } from '../../server/contract/moderation.ts'
import type { PersonRef } from '../../server/contract/person.ts'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { Block, Inline, Tree } from '../../server/contract/text.ts'
import type { ThreadView } from '../../server/contract/thread.ts'

/** At most `length` characters, between words where there are such. */
export const cut = (text: string, length: number) => {
  if (text.length <= length) return text
  const space = text.lastIndexOf(' ', length - 1)
  return `${text.slice(0, space > 0 ? space : length - 1)}…`
}

/** Title and lead, as the server will take them from the text. */
export const opening = (body: string) => {
  const text = body.trim().replace(/\s+/g, ' ')
  const sentence = /^.+?[.!?…。！？؟](?=\s|$)/u.exec(text)?.[0] ?? text
  return {
    title: cut(sentence, TITLE_AUTO_MAX),
    excerpt: sentence.length > TITLE_AUTO_MAX ? text : text.slice(sentence.length).trim(),
  }
}

/** Plain paragraphs, until the server has read the text properly. */
export const paragraphs = (text: string): Tree =>
  text
    .trim()
    .split(/\n{2,}/)
    .map((part): Block => {
      const lines = part.split('\n').flatMap((line): Inline[] => [{ t: 'br' }, line])
      return { t: 'p', c: lines.slice(1) }
    })

const unsent = {
  seq: 0,
  votes: 0,
  editedAt: null,
  visibility: 'public',
  removal: null,
  can: [] as Action[],
} as const

/** What a post will look like, as far as this side can tell. */
export const threadRow = (
  key: string,
  author: PersonRef,
  { page, kind, body }: CommandInput<'thread.post'>,
): ThreadView => {
  const now = Date.now()
  return {
    ...unsent,
    ...opening(body),
    id: key,
    kind,
    language: null,
    page: { ...page, title: page.title ?? null },
    author,
    status: 'open',
    statusNote: null,
    answered: false,
    answer: null,
    votes: 1,
    replies: 0,
    lastReply: null,
    createdAt: now,
    activityAt: now,
    retitled: false,
    pinned: false,
    locked: false,
    labels: [],
  }
}

export const replyRow = (
  key: string,
  author: PersonRef,
  reply: { thread: string; body: string; note: boolean; to: ReplyView['to'] },
): ReplyView => ({
  ...unsent,
  ...reply,
  id: key,
  position: Number.MAX_SAFE_INTEGER,
  author,
  body: paragraphs(reply.body),
  status: null,
  official: false,
  accepted: false,
  createdAt: Date.now(),
})
