import type { Identity } from '../../server/contract/person.ts'
import { settle } from '../api/http.ts'
import { alone } from '../api/tabs.ts'
import type { Core } from './core.ts'
import { forgetOwnRows } from './own-rows.ts'

/**
 * Is the brand's customer whom its token names from now on, with all they did before on any device.
 * @throws Refusal of `identity_invalid`, or of `identity_used`: ask the brand for a fresh token
 */
export const identify = async (core: Core, token: string): Promise<void> => {
  const ask = async () => {
    core.recall()
    const device = core.session.peek()?.token ?? null
    const headers = {
      'Content-Type': 'application/json',
      ...(device && { Authorization: `Bearer ${device}` }),
    }
    const init: RequestInit = {
      method: 'POST',
      credentials: 'omit',
      headers,
      body: JSON.stringify({ token }),
    }
    const told = await settle<Identity>(fetch(`${core.base}/identify`, init))
    core.remember({ token: told.token ?? device, id: told.me.id, name: told.me.name, verified: true })
  }
  // Not while another tab makes the device's key.
  await alone(`${core.storage.name}:key`, ask, false, work => work())
  forgetOwnRows(core.replica)
  core.live?.renew()
}
