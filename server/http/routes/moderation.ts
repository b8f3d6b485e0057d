import { PersonId } from '../../contract/ids.ts'
import {
  AuditLog,
  AuditQuery,
  ModerationRules,
  PersonHistory,
  Queue,
  QueueQuery,
} from '../../contract/queue.ts'
import { readRules, setRules } from '../../features/moderation-rules.ts'
import { auditLog } from '../../features/reads/audit.ts'
import { personHistory, queue } from '../../features/reads/queue.ts'
import { exampleIds } from '../examples/ids.ts'
import { exampleAudit, exampleHistoryOfPerson, exampleQueue, exampleRules } from '../examples/queue.ts'
import { route } from '../route.ts'

const base = '/api/v1/admin/sites/{site}'

export const readQueue = route({
  name: 'readQueue',
  summary: 'Messages that wait for a decision, or that were hidden',
  method: 'get',
  path: `${base}/queue`,
  who: 'staff',
  query: QueueQuery,
  answer: { status: 200, schema: Queue, example: exampleQueue },
  examples: { query: { queue: 'held' } },
  run: ({ deps, viewer, query }) => queue(deps.store, viewer, query),
})

export const readPerson = route({
  name: 'readPerson',
  summary: 'What moderators know of a person',
  method: 'get',
  path: `${base}/people/{person}`,
  who: 'staff',
  params: { person: PersonId },
  answer: { status: 200, schema: PersonHistory, example: exampleHistoryOfPerson },
  examples: { params: { person: exampleIds.visitor } },
  run: ({ deps, viewer, params }) => personHistory(deps.store, viewer, params.person),
})

export const readModerationRules = route({
  name: 'readModerationRules',
  summary: 'What new messages are examined for',
  method: 'get',
  path: `${base}/moderation`,
  who: 'staff',
  answer: { status: 200, schema: ModerationRules, example: exampleRules },
  run: ({ deps, viewer }) => readRules(deps.store, viewer),
})

export const setModerationRules = route({
  name: 'setModerationRules',
  summary: 'Change what new messages are examined for',
  method: 'post',
  path: `${base}/moderation`,
  who: 'staff',
  body: ModerationRules,
  answer: { status: 200, schema: ModerationRules, example: exampleRules },
  examples: { body: exampleRules },
  run: ({ deps, viewer, body }) => setRules(deps.store, deps.clock, viewer, body),
})

export const readAudit = route({
  name: 'readAudit',
  summary: 'Who of the team did what, newest first',
  method: 'get',
  path: `${base}/audit`,
  who: 'staff',
  query: AuditQuery,
  problems: ['forbidden'],
  answer: { status: 200, schema: AuditLog, example: exampleAudit },
  examples: { query: {} },
  run: ({ deps, viewer, query }) => auditLog(deps.store, viewer, query),
})
