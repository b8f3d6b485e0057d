import type { Kept } from './kept.ts'
import { marksOf } from './marks.ts'
import type { Outcome } from './outcomes.ts'

const MAKES = ['thread.post', 'reply.post', 'note.add']

export const makesMessage = ({ call }: Outcome): boolean => MAKES.includes(call.name)

/** Acknowledged messages the store does not hold under the id that was answered. */
export function lostMessages(outcomes: readonly Outcome[], kept: Kept): string[] {
  const byId = new Map(kept.messages.map(message => [message.id, message]))
  return outcomes
    .filter(outcome => outcome.fate === 'acknowledged' && makesMessage(outcome))
    .filter(({ call, answer }) => {
      const message = byId.get(answer?.id ?? '')
      return !message || marksOf(message.source)?.made !== call.id
    })
    .map(({ call, answer }) => `${call.name} ${call.id} → ${answer?.id}`)
}

/** Messages nobody sent, or whose sender was told that they were refused. */
export function phantomMessages(outcomes: readonly Outcome[], kept: Kept): string[] {
  const makers = new Map(outcomes.filter(makesMessage).map(outcome => [outcome.call.id, outcome]))
  return kept.messages.flatMap(message => {
    const maker = makers.get(marksOf(message.source)?.made ?? '')
    if (!maker) return [`${message.id}: never sent`]
    return maker.fate === 'refused' ? [`${message.id}: refused as ${maker.call.id}`] : []
  })
}

/** Calls that made more than one message. */
export function duplicatedMessages(kept: Kept): string[] {
  const made = new Map<string, string[]>()
  for (const { id, source } of kept.messages) {
    const mark = marksOf(source)?.made
    if (mark) made.set(mark, [...(made.get(mark) ?? []), id])
  }
  return [...made].filter(([, ids]) => ids.length > 1).map(([call, ids]) => `${call} → ${ids.join(', ')}`)
}

/** Acknowledgements the store no longer remembers, or remembers otherwise: a retry would be done twice. */
export function forgottenAnswers(outcomes: readonly Outcome[], kept: Kept): string[] {
  const remembered = new Map(kept.answers.map(answer => [`${answer.by} ${answer.call}`, answer]))
  return outcomes.flatMap(({ call, answer }) => {
    if (!answer) return []
    const found = remembered.get(`${call.by} ${call.id}`)
    if (found?.id === answer.id && found.seq === answer.seq) return []
    return [`${call.name} ${call.id}: ${found ? `${found.id}@${found.seq}` : 'gone'}`]
  })
}
