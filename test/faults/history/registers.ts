import type { Kept } from './kept.ts'
import { marksOf } from './marks.ts'
import { makesMessage } from './messages.ts'
import type { Outcome } from './outcomes.ts'

/** A fact that calls overwrite: a message's words, whether it is seen, one person's vote for it. */
interface Write {
  register: string
  value: string
  outcome: Outcome
}

/**
 * Acknowledged edits, votes and removals that the store has not got: the value of each register must be that of the
 * last acknowledged write, or of one whose fate is unknown.
 */
export function staleRegisters(outcomes: readonly Outcome[], kept: Kept): string[] {
  const held = heldValues(kept)
  const writes = new Map<string, Write[]>()
  for (const write of outcomes.flatMap(writesOf))
    writes.set(write.register, [...(writes.get(write.register) ?? []), write])
  return [...writes].flatMap(([register, list]) => {
    const allowed = allowedValues(list)
    const value = held.get(register) ?? (register.startsWith('vote ') ? 'off' : 'nothing')
    if (allowed === 'any' || allowed.has(value)) return []
    return [`${register}: ${value} instead of ${[...allowed].join(' or ')}`]
  })
}

function writesOf(outcome: Outcome): Write[] {
  const { call, answer } = outcome
  const input = call.input as { id?: string; on?: boolean }
  const id = input.id ?? answer?.id
  if (!id) return []
  if (makesMessage(outcome))
    return [
      { register: `words ${id}`, value: call.id, outcome },
      { register: `sight ${id}`, value: 'there', outcome },
    ]
  if (call.name === 'message.edit') return [{ register: `words ${id}`, value: call.id, outcome }]
  if (call.name === 'message.delete' || call.name === 'message.hide')
    return [{ register: `sight ${id}`, value: 'removed', outcome }]
  if (call.name === 'message.restore' || call.name === 'message.show')
    return [{ register: `sight ${id}`, value: 'there', outcome }]
  if (call.name === 'vote.set')
    return [{ register: `vote ${id} ${call.by}`, value: input.on ? 'on' : 'off', outcome }]
  return []
}

/** Where nothing was acknowledged, nothing can have been lost. */
function allowedValues(writes: readonly Write[]): Set<string> | 'any' {
  const acknowledged = writes.filter(({ outcome }) => outcome.answer)
  if (acknowledged.length === 0) return 'any'
  const last = Math.max(...acknowledged.map(({ outcome }) => outcome.answer?.seq ?? 0))
  const open = ({ outcome: { fate } }: Write) => fate === 'unknown' || fate === 'doubtful'
  return new Set(
    writes.filter(write => open(write) || write.outcome.answer?.seq === last).map(({ value }) => value),
  )
}

/** `dropped`: deleted before anybody but the team could see it, so that nothing stands in its place. */
const GONE = ['removed', 'dropped']

function heldValues({ messages, votes }: Kept): Map<string, string> {
  return new Map([
    ...messages.map(({ id, source }) => [`words ${id}`, marksOf(source)?.written ?? ''] as const),
    ...messages.map(
      ({ id, visibility }) => [`sight ${id}`, GONE.includes(visibility) ? 'removed' : 'there'] as const,
    ),
    ...votes.map(({ target, person }) => [`vote ${target} ${person}`, 'on'] as const),
  ])
}
