import type { CommandInput, CommandName, CommandResult } from '../../contract/commands.ts'
import type { ErrorCode } from '../../contract/errors.ts'
import type { Change } from '../../contract/feed.ts'
import { exampleReply, exampleSite, exampleThread } from './conversation.ts'
import { exampleIds, examplePage } from './ids.ts'
import { exampleIdentityToken } from './people.ts'

interface CommandExample<N extends CommandName> {
  summary: string
  input: CommandInput<N>
  /** Beyond `forbidden` and `not_found`, which every command may answer. */
  problems: readonly ErrorCode[]
}

const { thread, idea, question, merged, label, spareLabel, reply, staff } = exampleIds
const writing: ErrorCode[] = ['name_required', 'text_empty', 'site_closed', 'image_unknown']

/** What each command does, and a call of it that works. */
export const commandExamples: { [N in CommandName]: CommandExample<N> } = {
  'person.rename': {
    summary: 'Say what you want to be called',
    input: { name: 'Anna R.' },
    problems: ['name_refused', 'name_taken'],
  },
  'person.identify': {
    summary: 'Be the customer whom a token of the brand names',
    input: { token: exampleIdentityToken },
    problems: ['identity_invalid', 'identity_used', 'conflict'],
  },
  'person.email': {
    summary: 'Say where you want to hear of replies, by letters that you confirm first; null: nowhere',
    input: { address: 'anna@lume.example', language: 'en' },
    problems: [],
  },
  'site.configure': {
    summary: 'Change how the site is set up',
    input: { timeZone: 'Europe/Rome', targetMinutes: 480 },
    problems: [],
  },
  'site.text': {
    summary: 'Put words of the site’s own in the place of one of the widget’s texts; null: take them back',
    input: { locale: 'en', key: 'composer.placeholder', text: 'Ask the makers anything' },
    problems: ['invalid'],
  },
  'member.role': {
    summary: 'Give somebody of the team another role',
    input: { person: staff, role: 'owner' },
    problems: ['last_owner'],
  },
  'member.remove': {
    summary: 'Take somebody off the team',
    input: { person: staff },
    problems: ['last_owner'],
  },
  'person.ban': {
    summary: 'Let somebody write no more, or again',
    input: { person: exampleIds.visitor, on: false },
    problems: [],
  },
  'person.trust': {
    summary: 'Publish what somebody writes without examining it, or examine it again',
    input: { person: exampleIds.visitor, on: true },
    problems: [],
  },
  'thread.post': {
    summary: 'Start a thread',
    input: { page: examplePage, kind: 'question', body: 'Is there a warmer bulb for it?', language: 'en' },
    problems: [...writing, 'kind_closed'],
  },
  'reply.post': {
    summary: 'Reply in a thread',
    input: { thread, body: 'Thank you, that helps.', to: reply },
    problems: [...writing, 'thread_locked', 'thread_merged', 'stale'],
  },
  'note.add': {
    summary: 'Write a note for the team only',
    input: { thread, body: 'Asked Marco for the data sheet.' },
    problems: ['text_empty'],
  },
  'message.edit': {
    summary: 'Rewrite your own message',
    input: { id: thread, body: 'Does the lamp remember its brightness after a power cut? And the colour?' },
    problems: ['text_empty'],
  },
  'message.delete': {
    summary: 'Take your own message back',
    input: { id: thread },
    problems: [],
  },
  'message.restore': {
    summary: 'Bring back what you deleted within a day',
    input: { id: thread },
    problems: ['restore_expired'],
  },
  'message.hide': {
    summary: 'Hide a message, with a public reason',
    input: { id: thread, reason: 'It names a private person.' },
    problems: ['reason_required'],
  },
  'message.hold': {
    summary: 'Let a message wait for a decision (again)',
    input: { id: thread },
    problems: [],
  },
  'message.spam': { summary: 'Take a message away without a trace', input: { id: thread }, problems: [] },
  'message.show': {
    summary: 'Show what was hidden, or approve what was held',
    input: { id: thread },
    problems: [],
  },
  'image.hide': {
    summary: 'Take one image out of a message, or put it back',
    input: { id: exampleIds.idea, image: exampleIds.image, on: true },
    problems: [],
  },
  'message.report': {
    summary: 'Tell the team that a message should not be there',
    input: { id: reply, reason: 'private', words: 'It names a neighbour.' },
    problems: [],
  },
  'vote.set': { summary: 'Vote for a message, or no more', input: { id: reply, on: true }, problems: [] },
  'answer.accept': {
    summary: 'Choose the reply that answers your thread',
    input: { reply, on: true },
    problems: [],
  },
  'answer.official': {
    summary: 'Mark a reply of the team as the official answer',
    input: { reply, on: true },
    problems: [],
  },
  'thread.follow': {
    summary: 'Hear of replies to a thread, or no more',
    input: { thread: idea, on: true },
    problems: [],
  },
  'thread.seen': {
    summary: 'Let a waiting author know that the team has read them',
    input: { thread: idea },
    problems: [],
  },
  'thread.status': {
    summary: 'Change where an idea or a problem stands',
    input: { thread: idea, status: 'planned', reason: 'We start on it in spring.' },
    problems: ['reason_required', 'link_required'],
  },
  'thread.retitle': {
    summary: 'Give a thread a clearer title',
    input: { thread, title: 'Brightness after a power cut' },
    problems: ['text_empty'],
  },
  'thread.pin': { summary: 'Keep a thread above the others', input: { thread, on: true }, problems: [] },
  'thread.lock': {
    summary: 'End a thread; it can still be read',
    input: { thread: idea, on: true },
    problems: [],
  },
  'thread.assign': {
    summary: 'Make somebody of the team responsible',
    input: { thread, to: staff, from: null },
    problems: ['stale'],
  },
  'thread.announce': {
    summary: 'Put a thread on other pages too, on all of them, or on none',
    input: { thread, announce: [] },
    problems: [],
  },
  'thread.merge': {
    summary: 'Let a thread stand for another; votes are counted over both',
    input: { thread: question, into: thread },
    problems: ['stale', 'invalid'],
  },
  'thread.unmerge': {
    summary: 'Part what was merged, within thirty days',
    input: { thread: merged },
    problems: ['stale', 'restore_expired'],
  },
  'label.add': {
    summary: 'Make a label before any thread bears it',
    input: { name: 'batteries' },
    problems: ['text_empty'],
  },
  'label.rename': {
    summary: 'Give a label another name, wherever it is',
    input: { label, name: 'lamps' },
    problems: ['text_empty', 'invalid'],
  },
  'label.delete': {
    summary: 'Take a label off every thread, and away',
    input: { label: spareLabel },
    problems: [],
  },
  'thread.done': {
    summary: 'Take a thread out of the team’s queues, or put it back',
    input: { thread, on: true },
    problems: [],
  },
  'thread.label': {
    summary: 'Put a label on a thread, or take it off',
    input: { thread, label: 'lighting', on: true },
    problems: ['text_empty'],
  },
}

const threadChange: Change = { seq: 42, entity: 'thread', id: thread, op: 'put', row: exampleThread }
const siteChange: Change = { seq: 42, entity: 'site', id: exampleIds.site, op: 'put', row: exampleSite }
const replyChange: Change = { seq: 42, entity: 'reply', id: reply, op: 'put', row: exampleReply }

/** What a command answers: the id of what it was about, and what it changed as its sender sees it. */
export function exampleResult(name: CommandName): CommandResult {
  const position = { epoch: exampleIds.epoch, seq: 42 }
  if (name.startsWith('person.')) return { id: exampleIds.visitor, ...position, changes: [threadChange] }
  if (name.startsWith('member.')) return { id: staff, ...position, changes: [siteChange] }
  if (name.startsWith('site.')) return { id: exampleIds.site, ...position, changes: [siteChange] }
  if (name.startsWith('label.')) return { id: label, ...position, changes: [threadChange] }
  const aboutReply = name === 'reply.post' || name === 'note.add' || name.startsWith('answer.')
  return aboutReply
    ? { id: reply, ...position, changes: [threadChange, replyChange] }
    : { id: thread, ...position, changes: [threadChange] }
}
