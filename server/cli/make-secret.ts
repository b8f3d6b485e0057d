import { parseArgs } from 'node:util'
import { makeKey, OVERLAP_HOURS } from '../features/site-keys.ts'
import type { Clock } from '../lib/clock.ts'
import { findSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { UsageError } from './usage-error.ts'

const USAGE = 'Usage: npm run site:secret -- --site s_… [--end-others]'

/** Makes the secret that a brand signs its customers' tokens with. Answers what to tell the operator: it is shown once. */
export async function makeSecret(
  args: string[],
  { store, clock }: { store: Store; clock: Clock },
): Promise<string> {
  const { site: siteId, 'end-others': endOthers } = readOptions(args)
  const { secret } = await store.write(async db => {
    if (!siteId || !(await findSite(db, siteId))) throw new UsageError(`No site ${siteId ?? ''}\n${USAGE}`)
    return makeKey(db, siteId, { now: clock.now(), endOthers: endOthers ?? false })
  })
  const rest = endOthers
    ? 'Earlier secrets no longer count.'
    : `Earlier secrets count for ${OVERLAP_HOURS} more hours.`
  return `Secret of ${siteId}, shown this once. Keep it on your server, never in a page.\n\n  ${secret}\n\n${rest}`
}

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: { site: { type: 'string' }, 'end-others': { type: 'boolean' } } })
      .values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
