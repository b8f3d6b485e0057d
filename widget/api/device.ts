import type { Device } from '../../server/contract/person.ts'
import type { Core } from '../model/core.ts'
import { settle } from './http.ts'
import { alone } from './tabs.ts'

/** Answers the token of the viewer's own key to the site. @throws Refusal, such as `name_taken` */
export type DeviceKey = () => Promise<string>

/** The key is made with the first own action and kept in the host page's storage, for all tabs. */
export const createDeviceKey = ({ base, session, storage, recall, remember }: Core): DeviceKey => {
  let asking: Promise<void> | null = null
  const known = () => {
    recall()
    return session.peek()?.token
  }
  const ask = async () => {
    const name = session.peek()?.name
    // Another tab may have been quicker: its key is everybody's.
    if (known()) return
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify(name ? { name } : {})
    const init: RequestInit = { method: 'POST', credentials: 'omit', headers, body }
    const { token, me } = await settle<Device>(fetch(`${base}/devices`, init))
    if (!known()) remember({ token, id: me.id, name: me.name })
  }
  return async () => {
    while (!known()) {
      asking ??= alone(`${storage.name}:key`, ask, false, work => work()).finally(() => {
        asking = null
      })
      await asking
    }
    return known() as string
  }
}
