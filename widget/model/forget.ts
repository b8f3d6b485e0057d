import { failureOf, settle } from '../api/http.ts'
import type { Core } from './core.ts'
import { keepMarks } from './mark-read.ts'

/** Ends the device on the server, then everything this browser knows of the viewer. */
export const forget = async (core: Core): Promise<void> => {
  const token = core.session.peek()?.token
  if (token) {
    const headers = { Authorization: `Bearer ${token}` }
    const asked = fetch(`${core.base}/devices/current`, { method: 'DELETE', credentials: 'omit', headers })
    await settle(asked).catch(thrown => {
      if (failureOf(thrown).code !== 'unauthenticated') throw thrown
    })
  }
  core.remember(null)
  keepMarks(core, null)
  core.storage.write('drafts', null)
  core.storage.write('quiet', null)
  core.storage.write('told', null)
  // Where it is blocked there is none.
  globalThis.indexedDB?.deleteDatabase(core.storage.name)
}
