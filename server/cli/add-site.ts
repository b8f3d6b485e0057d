import { parseArgs } from 'node:util'
import { z } from 'zod'
import { KINDS, LOCALES } from '../contract/limits.ts'
import { Locale } from '../contract/site.ts'
import type { Clock } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { listAccounts } from '../store/accounts.ts'
import { insertPerson } from '../store/people.ts'
import { insertSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { UsageError } from './usage-error.ts'

const USAGE = `Usage: npm run site:add -- --brand "Acme" --origin https://acme.example [--origin …] [--locale ${LOCALES.join('|')}]`

const Options = z.object({
  brand: z.string().trim().min(1).max(80),
  origin: z.array(z.url({ protocol: /^https?$/ }).transform(url => new URL(url).origin)).min(1),
  locale: Locale.default('en'),
})

/** Creates a site of which everybody with an account is an owner. Answers what to tell the operator. */
export async function addSite(
  args: string[],
  { store, clock, url }: { store: Store; clock: Clock; url: string },
) {
  const { brand, origin, locale } = readOptions(args)
  const id = newId('s')
  const created_at = clock.now()
  await store.write(async db => {
    const lists = { origins: JSON.stringify(origin), kinds: JSON.stringify(KINDS) }
    await insertSite(db, { id, brand, locale, ...lists, closed: 0, created_at, seq: 0 })
    for (const account of await listAccounts(db))
      await insertPerson(db, {
        id: newId('p'),
        site_id: id,
        account_id: account.id,
        role: 'owner',
        name: account.name,
        created_at,
      })
  })
  return `Site ${id} for ${brand}. Paste this where the conversation shall stand:

  <script async src="${url}/parla.js" data-site="${id}"></script>

and behind it, for readers without scripts, a link to the same conversations on pages of their own:

  <noscript><a href="${url}/c/${id}">Conversations</a></noscript>`
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        brand: { type: 'string' },
        origin: { type: 'string', multiple: true },
        locale: { type: 'string' },
      },
    })
    const parsed = Options.safeParse(values)
    if (parsed.success) return parsed.data
    throw new UsageError(
      `${parsed.error.issues.map(i => `--${i.path[0]?.toString()}: ${i.message}`).join('\n')}\n${USAGE}`,
    )
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}
