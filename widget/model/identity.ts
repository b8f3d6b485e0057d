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
  if (!before?.token) {
    core.remember({ token: null, id: null, name })
    try {
      await key()
    } catch (thrown) {
      if (failureOf(thrown).code === 'network') return
      core.remember(before)
      throw thrown
    }
  }
  // Another tab may have been first, without a name or with another one.
  if (core.session.peek()?.name === name) return
  await rename(name)
  const session = core.session.peek()
  if (session) core.remember({ ...session, name })
}
