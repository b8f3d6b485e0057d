import type { ModerationRules } from '../contract/queue.ts'
import type { SiteRow } from '../store/rows.ts'

/** What a site begins with: what nobody means to do, and nothing that would greet a newcomer with a wait. */
export const FIRST_RULES: ModerationRules = { links: 3, words: [], first: false, repeat: false, rate: 20 }

export const rulesOf = ({ moderation }: Pick<SiteRow, 'moderation'>): ModerationRules =>
  moderation === null ? FIRST_RULES : { ...FIRST_RULES, ...JSON.parse(moderation) }
