import type { CommandName, CommandResult } from '../../server/contract/commands.ts'
import type { Core } from '../model/core.ts'
import type { DeviceKey } from './device.ts'
import { failureOf, settle } from './http.ts'

export interface Call {
  id: string
  name: CommandName
  input: unknown
}

/** After which an answer counts as lost. */
const ANSWER_WITHIN = 20_000

/**
 * One command to the server, over the socket when it is there and over HTTP otherwise: two routes to one handler.
 * @throws Refusal; `network` says nothing about whether it was done
 */
export const createSender = (core: Core, key: DeviceKey) => {
  const send = async ({ id, name, input }: Call, mayBeUnknown: boolean): Promise<CommandResult> => {
    const token = core.staff ? null : await key()
    try {
      const overSocket = core.live?.command(id, name, input)
      if (overSocket) return await overSocket
      const headers = {
        ...core.init.headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': id,
        ...(token && { Authorization: `Bearer ${token}` }),
      }
      const signal = AbortSignal.timeout(ANSWER_WITHIN)
      const init: RequestInit = { ...core.init, method: 'POST', headers, signal, body: JSON.stringify(input) }
      return await settle<CommandResult>(fetch(`${core.base}/commands/${name}`, init))
    } catch (thrown) {
      if (!token || !mayBeUnknown || failureOf(thrown).code !== 'unauthenticated') throw thrown
      core.lose(token)
      return send({ id, name, input }, false)
    }
  }
  return (call: Call) => send(call, true)
}
