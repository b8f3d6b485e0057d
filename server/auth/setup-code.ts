import { deleteSetupCodes, insertSetupCode, ownerExists } from '../store/accounts.ts'
import type { Store } from '../store/store.ts'
import { hashTypedCode, newTypedCode } from './typed-code.ts'

const GROUPS = 7
const HOUR = 60 * 60 * 1000

/**
 * A new one-time code (137 random bits) with which the first owner is created, or null when there is one. Codes of
 * nodes that started within the last hour stay good: which of them is printed last is chance.
 */
export async function issueSetupCode(store: Store, now: number): Promise<string | null> {
  const code = newTypedCode(GROUPS)
  return store.write(async db => {
    if (await ownerExists(db)) return null
    await deleteSetupCodes(db, now - HOUR)
    await insertSetupCode(db, hashTypedCode(code), now)
    return code
  })
}
