import type { AuditLog, ModerationRules, PersonHistory, Queue } from '../../contract/queue.ts'
import { anna, exampleBody, exampleThread, teresa } from './conversation.ts'
import { exampleIds, exampleInstant, examplePage } from './ids.ts'

const record = {
  person: anna,
  since: exampleInstant,
  bannedAt: null,
  trustedAt: null,
  public: 4,
  held: 1,
  removed: 0,
  spam: 0,
}
const entry: Queue['entries'][number] = {
  id: exampleIds.thread,
  thread: { id: exampleIds.thread, title: exampleThread.title, kind: 'question', page: examplePage },
  author: record,
  body: exampleBody,
  createdAt: exampleInstant,
  visibility: 'held',
  removal: null,
  why: [{ rule: 'links', found: '3' }],
  reports: null,
  before: null,
  can: ['show', 'hide', 'spam', 'ban', 'trust'],
}

export const exampleQueue: Queue = {
  epoch: exampleIds.epoch,
  asOf: 42,
  entries: [entry],
  counts: { held: 1, reported: 0, hidden: 0 },
  next: null,
}
export const exampleHistoryOfPerson: PersonHistory = { record, messages: [entry] }
export const exampleRules: ModerationRules = {
  links: 3,
  words: ['cheap watches'],
  first: false,
  repeat: true,
  rate: 20,
}
export const exampleAudit: AuditLog = {
  entries: [
    {
      id: 'u_Kd2m8TzQ4rVx1NcY',
      at: exampleInstant,
      by: teresa,
      action: 'message.hide',
      target: exampleIds.reply,
      facts: { reason: 'It names a private person.' },
    },
  ],
  next: null,
}
