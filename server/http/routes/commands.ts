import { z } from 'zod'
import type { CommandName } from '../../contract/commands.ts'
import { CommandResult, commandInputs } from '../../contract/commands.ts'
import { INLINE_COMMANDS } from '../../contract/limits.ts'
import { commandExamples, exampleResult } from '../examples/commands.ts'
import { exampleIds } from '../examples/ids.ts'
import type { Call, Variant } from '../route.ts'
import { route } from '../route.ts'

/** What a visitor may ever be allowed to do. Other commands are refused by `execute`, not by their absence here. */
const visitorCommands: CommandName[] = [
  'person.rename',
  'person.identify',
  'person.email',
  'thread.post',
  'reply.post',
  'message.edit',
  'message.delete',
  'message.restore',
  'message.report',
  'vote.set',
  'thread.follow',
  'answer.accept',
]
/** The team does not vote, and the asker accepts. */
const visitorsOnly = new Set<CommandName>([
  'person.identify',
  'person.email',
  'vote.set',
  'answer.accept',
  'message.report',
  'thread.follow',
])

const staffCommands = (Object.keys(commandInputs) as CommandName[]).filter(name => !visitorsOnly.has(name))

const variant = (name: CommandName, input: unknown = commandExamples[name].input): Variant => ({
  value: name,
  summary: commandExamples[name].summary,
  body: commandInputs[name],
  example: input,
  answer: exampleResult(name),
  problems: commandExamples[name].problems,
})

const ofCommand = { command: z.string().max(40) }

const commands = {
  method: 'post',
  params: ofCommand,
  body: z.unknown(),
  idempotent: true,
  answer: { status: 200, schema: CommandResult, example: exampleResult('thread.post') },
  problems: ['command_unknown', 'forbidden', 'banned', 'identity_required', 'rate_limited'],
  run: ({
    deps,
    viewer,
    params,
    key,
    body,
  }: Call<'visitor' | 'inline' | 'staff', typeof ofCommand, undefined, unknown>) =>
    deps.execute({ id: key, name: params.command, input: body }, viewer),
} as const

export const runCommand = route({
  ...commands,
  name: 'runCommand',
  summary: 'Do something as a visitor',
  path: '/api/v1/sites/{site}/commands/{command}',
  who: 'visitor',
  variants: { param: 'command', of: visitorCommands.map(name => variant(name)) },
})

/** In the examples the thread is the visitor's own, the reply the team's. */
const ownReply = { id: exampleIds.reply }
const staffInputs: Partial<Record<CommandName, unknown>> = {
  'person.rename': { name: 'Teresa Galli' },
  'message.edit': { ...ownReply, body: 'Yes, and the colour too. Both are kept for ever.' },
  'message.delete': ownReply,
  'message.restore': ownReply,
}

export const runCommandInline = route({
  ...commands,
  name: 'runCommandInline',
  summary: 'Answer as one of the team, on a brand’s page',
  path: '/api/v1/sites/{site}/inline/commands/{command}',
  who: 'inline',
  variants: { param: 'command', of: INLINE_COMMANDS.map(name => variant(name)) },
})

export const runCommandAsStaff = route({
  ...commands,
  name: 'runCommandAsStaff',
  summary: 'Do something as one of the team',
  path: '/api/v1/admin/sites/{site}/commands/{command}',
  who: 'staff',
  variants: { param: 'command', of: staffCommands.map(name => variant(name, staffInputs[name])) },
})
