import { setTimeout as pause } from 'node:timers/promises'
import type { CommandInput, CommandName, CommandResult } from '../../../server/contract/commands.ts'
import type { Follower } from '../../../server/testing/follower.ts'
import { Refused } from '../../../server/testing/test-client.ts'
import type { Call, History } from '../history/recorder.ts'
import type { Member } from './cast.ts'

/** A command ready to be sent. */
export type Order = { [N in CommandName]: { name: N; input: CommandInput<N>; id: string } }[CommandName]

/** `plain`: by the socket while there is one. `twice`: at once, by both doors. `ack lost`: the line breaks before the
 * answer can come. */
export type Manner = 'plain' | 'by http' | 'twice' | 'ack lost'

export interface Sender {
  member: Member
  follower: Follower
  history: History
}

/** Nobody in these tests is away for so long: whoever never answers has a defect. */
const GIVE_UP_MS = 60_000

/** Sends the command with the same id until its fate is known; all of it goes into the history. */
export async function settle(
  sender: Sender,
  order: Order,
  manner: Manner,
): Promise<CommandResult | 'refused'> {
  const twin = manner === 'twice' ? attempt(sender, order, 'http') : undefined
  const first = attempt(sender, order, manner === 'by http' ? 'http' : undefined)
  if (manner === 'ack lost') sender.follower.drop()
  let result = await first
  let door: 'http' | undefined
  const deadline = performance.now() + GIVE_UP_MS
  while (result === 'unknown') {
    if (performance.now() > deadline)
      throw new Error(`No answer to ${order.name}: ${lastWord(sender.history)}`)
    await pause(10 + Math.random() * 100)
    // By the other door: this one may be closed, or have a budget of its own.
    door = door ? undefined : 'http'
    result = await attempt(sender, order, door)
  }
  await twin
  return result
}

async function attempt(
  { member, follower, history }: Sender,
  order: Order,
  door?: 'http',
): Promise<CommandResult | 'refused' | 'unknown'> {
  const call: Call = { ...order, by: member.viewer.person.id }
  history.invoke(call)
  try {
    const result = await follower.attempt(order.name, order.input, order.id, door)
    history.ok(call, result)
    return result
  } catch (error) {
    if (error instanceof Refused) {
      history.fail(call, error.problem.code)
      return 'refused'
    }
    history.unknown(call, String(error))
    return 'unknown'
  }
}

const lastWord = ({ events }: History): string => {
  const unanswered = events.findLast(event => event.type === 'unknown')
  return unanswered?.type === 'unknown' ? unanswered.why : ''
}
