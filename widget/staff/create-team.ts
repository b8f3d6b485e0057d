import type { StaffSession } from '../../server/contract/person.ts'
import type { Locale } from '../../server/contract/site.ts'
import { failureOf } from '../api/http.ts'
import { createSiteDesk } from '../api/site-desk.ts'
import { createStorage } from '../api/storage.ts'
import type { WidgetConfig } from '../config.ts'
import { createStaffConversation } from '../model/staff-conversation.ts'
import type { Failure } from '../model/types.ts'
import { effect, signal } from '../signals/signal.ts'
import type { Adopt } from '../style-sheets.ts'
import { createWidget } from '../thread/create-widget.ts'
import { failureText } from '../thread/failure-text.ts'
import type { Widget } from '../thread/widget.ts'
import { brandMark } from '../ui/brand-mark.ts'
import type { Account } from './account.ts'
import { createReplies } from './composer/create-replies.ts'
import { createSwitch } from './device-switch.ts'
import { createKept } from './kept.ts'
import { createRecent } from './menu/recent.ts'
import { messageTools } from './message-tools.tsx'
import { createChanges } from './moves/changes.ts'
import { createDeeds } from './moves/deeds.ts'
import { createSelection } from './moves/selection.ts'
import { countPointerUses } from './pointer-uses.ts'
import { ROOMS } from './rooms.ts'
import type { Router } from './router.ts'
import type { Mode, Team } from './team.ts'
import { createTexts } from './texts.ts'

interface From {
  account: Account
  router: Router
  site: StaffSession['sites'][number]
  locale: Locale
  adopt: Adopt
}

/** One site's desk: the conversation as the team sees it, and what the pieces of the view share. */
export const createTeam = ({ account, router, site, locale, adopt }: From) => {
  const here = { key: '', url: location.href }
  const config: WidgetConfig = {
    site: site.id,
    origin: location.origin,
    mode: 'inline',
    scope: 'site',
    page: here,
    locale,
    theme: 'auto',
    headingLevel: 1,
  }
  const conversation = createStaffConversation(config, site, router.place.peek().view)
  const base = createWidget({
    conversation,
    config,
    adopt,
    tools: messageTools(() => team),
    root: () => document,
  })
  base.now.value = Date.now()
  const stopMark = effect(() =>
    document.documentElement.style.setProperty('--_mark', brandMark(base.brand.value || site.brand)),
  )
  const reading = signal<Widget['reading']['value']>(null)
  const t = createTexts(base.formats)
  const storage = createStorage('admin')
  const { on: singleKeys, end: stopKeys } = createSwitch(storage, 'keys', true)
  const { on: invisible, end: stopHiding } = createSwitch(storage, 'invisible', false)
  const hide = effect(() => conversation.hide(invisible.value))
  const { pointerUses, end: stopCounting } = countPointerUses(storage)
  const deeds = createDeeds()
  const desk = createSiteDesk(site.id)
  const kept = createKept(desk)
  // Without them the inbox has its own.
  void kept.loadViews().catch(() => {})
  const mode = signal<Mode>('public')
  const replies = createReplies({
    conversation,
    mode,
    opened: () => router.place.peek().thread,
    storage: createStorage(`staff:${site.id}`),
    t,
    widget: base,
  })
  const trouble = signal<string | null>(null)

  const explain = (failure: Failure): string => {
    if (failure.code === 'unauthenticated') account.lose()
    if (failure.code === 'stale') return t('s.stale')
    if (failure.code === 'restore_expired') return t('s.tooLate')
    if (failure.code === 'forbidden') return t('s.refused')
    if (failure.code === 'reason_required') return t('s.reasonNeeded')
    if (failure.code === 'link_required') return t('s.linkNeeded')
    return failureText(failure, base)
  }

  const widget: Widget = {
    ...base,
    reading,
    config: {
      ...config,
      // Links lead to where the thread began.
      get page() {
        return conversation.opened.peek()?.item.peek()?.row.peek().page ?? here
      },
    } as WidgetConfig,
    open: thread => router.go({ thread }),
    back: () => router.go({ thread: null }),
  }

  const team: Team = {
    account,
    router,
    rooms: ROOMS,
    conversation,
    desk,
    me: site.me,
    t,
    mode,
    singleKeys,
    invisible,
    sheet: signal(false),
    form: signal(null),
    trouble,
    run: async (name, input) => {
      try {
        await conversation.run(name, input)
        return null
      } catch (thrown) {
        return explain(failureOf(thrown))
      }
    },
    menu: signal(null),
    pointerUses,
    recent: createRecent(storage),
    selection: createSelection(),
    deeds,
    ...replies,
    colleagues: () => conversation.inbox.team.peek(),
    mayAct: () => true,
    dialog: signal(null),
    composeIn: signal(null),
    kept,
    labels: () => {
      const seen = conversation.inbox.items.peek().flatMap(item => item.row.peek().labels)
      const names = [...kept.labels.value, ...seen].map(({ name }) => name)
      return [...new Set(names)].sort((a, b) => a.localeCompare(b))
    },
    explain: thrown => explain(failureOf(thrown)),
    ...createChanges({
      run: (name, input) => team.run(name, input),
      conversation,
      deeds,
      t,
      said: base.said,
      trouble,
    }),
  }

  /** The address decides which thread is open; a message begun as a note never returns as a public reply. */
  let left = 0
  const follow = effect(() => {
    const { thread } = router.place.value
    const before = reading.peek()?.thread ?? null
    if (thread === before) return
    if (before) replies.outgoing.flush(before)
    team.mode.value = 'public'
    team.trouble.value = null
    team.form.value = null
    if (team.composeIn.peek()?.thread !== thread) team.composeIn.value = null
    reading.value = thread ? { thread, asked: null } : null
    if (thread) void conversation.open(thread).catch(() => {})
    else conversation.close()
    // Where the page itself scrolls, list and thread take turns in it.
    if (thread && !before) left = scrollY
    setTimeout(() => scrollTo(0, thread ? 0 : left))
    if (!thread && before) base.focus(`row-${before}`)
  })
  const watch = effect(() => {
    if (conversation.failure.value?.code === 'unauthenticated') account.lose()
  })

  return {
    team,
    widget,
    end: () => {
      follow()
      watch()
      stopMark()
      stopKeys()
      stopHiding()
      hide()
      stopCounting()
      replies.outgoing.end()
      conversation.destroy()
    },
  }
}
