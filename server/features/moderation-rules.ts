import type { ModerationRules } from '../contract/queue.ts'
import { AppError } from '../lib/app-error.ts'
import type { Clock } from '../lib/clock.ts'
import { rulesOf } from '../moderation/rules.ts'
import { findSite, updateSite } from '../store/sites.ts'
import type { Store } from '../store/store.ts'
import { mayOnSite } from './access.ts'
import { record } from './audit.ts'
import type { Actor, Viewer } from './viewer.ts'

/** What the site examines messages for. @throws AppError `forbidden` for whoever is not of the team */
export const readRules = (store: Store, viewer: Viewer): Promise<ModerationRules> =>
  store.read(async db => {
    if (!viewer.role) throw new AppError('forbidden')
    return rulesOf((await findSite(db, viewer.site.id)) ?? viewer.site)
  })

/** Takes effect with the next message. @throws AppError `forbidden` */
export const setRules = async (
  store: Store,
  clock: Clock,
  { site, person, role }: Actor,
  rules: ModerationRules,
): Promise<ModerationRules> => {
  if (!mayOnSite(role, 'moderation')) throw new AppError('forbidden')
  const { words, ...others } = rules
  await store.write(async db => {
    await updateSite(db, site.id, { moderation: JSON.stringify(rules) })
    await record(db, {
      ...{ siteId: site.id, at: clock.now(), by: person.id, action: 'site.moderation', target: site.id },
      facts: { ...others, words: words.length },
    })
  })
  return rules
}
