import { parseArgs } from 'node:util'
import { newEpoch } from '../store/feed.ts'
import { listSites } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { UsageError } from './usage-error.ts'

const USAGE = 'Usage: npm run epoch:rotate [-- --site s_…]'

/**
 * Begins a new epoch on one site or all: whoever was connected reads everything anew. For a database that was
 * restored while no node ran, when nobody is left who remembers more than it holds.
 */
export async function rotateEpochs(args: string[], store: Store): Promise<string> {
  const only = siteOf(args)
  const sites = (await store.read(listSites)).filter(({ id }) => only === undefined || id === only)
  if (sites.length === 0) throw new UsageError(only ? `No site ${only}\n${USAGE}` : 'There is no site yet')
  await store.write(async db => {
    for (const { id } of sites) await newEpoch(db, id).execute()
  })
  return sites.map(({ id, brand }) => `Site ${id} for ${brand}: a new epoch has begun`).join('\n')
}

function siteOf(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { site: { type: 'string' } } }).values.site
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
