import type { InboxView } from '../../server/contract/inbox.ts'
import { KINDS } from '../../server/contract/limits.ts'
import type { StaffMe } from '../../server/contract/person.ts'
import type { SiteView } from '../../server/contract/site.ts'
import { askPatiently, wishPatiently } from '../api/patient.ts'
import type { WidgetConfig } from '../config.ts'
import { computed } from '../signals/signal.ts'
import { converse } from './conversation.ts'
import type { StaffSign } from './core.ts'
import { createCore } from './core.ts'
import { createInbox } from './inbox.ts'
import { staffEffects } from './staff-effects.ts'
import type { StaffConversation } from './staff-types.ts'

/**
 * One site as its team sees it, on the admin's own origin.
 * @param config with the site's id, the page's own origin and `mode: 'inline'`
 * @param who of `StaffSession`: the signed-in person on this site, and the brand
 * @param view with which the inbox begins
 */
export const createStaffConversation = (
  config: WidgetConfig,
  who: { me: StaffMe; brand: string },
  view: InboxView = 'unanswered',
): StaffConversation => {
  const sign: StaffSign = { staff: true }
  const core = createCore(config, sign)
  core.effects = staffEffects
  const { read } = core
  core.read = (...asked) => askPatiently(() => read(...asked))
  const { id, name } = who.me
  core.session.value = { token: null, id, name }
  const conversation = converse(core)
  const inbox = createInbox(core, conversation.home.state)
  const fallback: SiteView = {
    id: config.site,
    seq: 0,
    brand: who.brand,
    locale: config.locale,
    kinds: [...KINDS],
    closed: false,
    verifiedOnly: false,
    team: [],
  }
  void inbox.show(view, null)
  return {
    ...conversation,
    open: async id => {
      const thread = await conversation.open(id)
      // Whoever waits is told; that they could not be is no matter for whoever reads.
      if (thread) conversation.run('thread.seen', { thread: id }).catch(() => undefined)
      return thread
    },
    run: (name, input, keep) => wishPatiently(() => conversation.run(name, input, keep)),
    inbox,
    hide: on => {
      if (on) sign.hidden = true
      else delete sign.hidden
      core.live?.renew()
    },
    row: id => core.replica.row(id.startsWith('t_') ? 'thread' : 'reply', id).peek() ?? null,
    phase: inbox.phase,
    failure: inbox.failure,
    takesImages: inbox.takesImages,
    reload: inbox.reload,
    site: computed(() => core.replica.row('site', config.site).value ?? fallback),
  }
}
