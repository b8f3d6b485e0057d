import type { DeviceKey } from '../api/device.ts'
import { failureOf } from '../api/http.ts'
import type { Core } from './core.ts'

/**
 * Says who writes, before the first message or in place of an earlier name.
 * @throws Refusal of `name_refused` or `name_taken`; a missing network is no refusal before the first message
 */
export const introduce = async (
  core: Core,
  key: DeviceKey,
  rename: (name: string) => Promise<unknown>,
  name: string,
): Promise<void> => {
  core.recall()
  const before = core.session.peek()
  if (before?.token) {
    if (before.name === name) return
    await rename(name)
    core.remember({ ...before, name })
    return
  }
  core.remember({ token: null, id: null, name })
  try {
    await key()
  } catch (thrown) {
    if (failureOf(thrown).code === 'network') return
    core.remember(before)
    throw thrown
  }
  // Another tab was first, with another name.
  if (core.session.peek()?.name !== name) await rename(name)
}
