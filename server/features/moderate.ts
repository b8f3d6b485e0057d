import type { HeldFor } from '../contract/queue.ts'
import { examine } from '../moderation/pipeline.ts'
import { rulesOf } from '../moderation/rules.ts'
import { hasPublished, recentSources } from '../store/moderation.ts'
import type { MessageText } from './text/message-text.ts'
import type { Unit } from './unit.ts'

const HOUR = 60 * 60 * 1000
/** How far back the same text is looked for. */
const REPEATS = 20

/** Why a message of the acting person has to wait. `id`: the message, when it is one that is edited. */
export async function reasonsToHold(unit: Unit, text: MessageText, id = ''): Promise<HeldFor[]> {
  const { db, viewer, now } = unit
  const { person, site } = viewer
  // The team's own messages are not examined, nor those of people it trusts.
  if (person.role !== null || person.trusted_at !== null) return []
  const rules = rulesOf(site)
  const asked = Math.max(rules.rate ?? 0, rules.repeat ? REPEATS : 0)
  return examine({
    rules,
    text,
    recent:
      asked > 0 ? await recentSources(db, person.id, { since: now - HOUR, except: id, limit: asked }) : [],
    known: rules.first ? await hasPublished(db, person.id) : true,
  })
}
