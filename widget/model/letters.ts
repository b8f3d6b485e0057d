import type { CommandInput, CommandResult } from '../../server/contract/commands.ts'
import type { MyState } from '../../server/contract/reads.ts'
import { failureOf } from '../api/http.ts'
import type { Core } from './core.ts'
import type { Mailbox } from './mailbox.ts'

type Input = CommandInput<'person.email'>

/**
 * The viewer's mailbox.
 * @param run tells the server now · @param keep when there is a network
 */
export const createMailbox = (
  core: Core,
  run: (name: 'person.email', input: Input) => Promise<CommandResult>,
  keep: (name: 'person.email', input: Input) => void,
): Mailbox => ({
  read: async () => {
    const token = core.session.peek()?.token
    if (!token) return null
    const state = await core.read<MyState>('/me', {}, { headers: { Authorization: `Bearer ${token}` } })
    return state.me.email ?? null
  },
  write: async address => {
    const input = { address, language: core.config.locale }
    try {
      await run('person.email', input)
    } catch (thrown) {
      if (failureOf(thrown).code !== 'network') throw thrown
      keep('person.email', input)
    }
  },
})
