import { useEffect, useMemo } from 'preact/hooks'
import type { StaffSession } from '../../server/contract/person.ts'
import type { Locale } from '../../server/contract/site.ts'
import { Give } from '../signals/render.ts'
import type { Adopt } from '../style-sheets.ts'
import { Announcer } from '../thread/announcer.tsx'
import { useWidget } from '../thread/widget.ts'
import type { Account } from './account.ts'
import { createTeam } from './create-team.ts'
import { Detail } from './detail.tsx'
import { DeskDialog } from './forms/desk-dialog.tsx'
import { InboxPane } from './inbox-pane.tsx'
import { CommandMenu } from './menu/command-menu.tsx'
import { Rail } from './rail.tsx'
import { RoomPage } from './room-page.tsx'
import type { Router } from './router.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useShortcuts } from './use-shortcuts.ts'
import { Views } from './views.tsx'

const HALF_A_MINUTE = 30_000

interface Props {
  account: Account
  router: Router
  site: StaffSession['sites'][number]
  locale: Locale
  adopt: Adopt
}

/** What is open above everything else. */
const Dialogs = () => <>{useWidget().dialog.value}</>

/** Rail, views, list and thread of one site. Narrow, the list or the thread. */
export const Workspace = ({ account, router, site, locale, adopt }: Props) => {
  const { team, widget, end } = useMemo(() => createTeam({ account, router, site, locale, adopt }), [])
  const { conversation, t } = team
  const { view, room: name, thread: opened } = router.place.value
  const room = team.rooms.find(room => room.name === name && (room.isFor?.(team.me) ?? true))
  const { counts } = conversation.inbox
  useShortcuts(team, widget)

  useEffect(() => {
    if (router.place.peek().site !== site.id) router.go({ site: site.id }, { replace: true })
    if (account.arrived.peek() && !opened) widget.focus('inbox-title')
    const clock = setInterval(() => {
      widget.now.value = Date.now()
    }, HALF_A_MINUTE)
    return () => {
      clearInterval(clock)
      end()
    }
  }, [])
  useEffect(() => {
    if (conversation.inbox.view.peek() === view) return
    // Who looks for something looks for it in the other views too.
    const { q } = conversation.inbox.filter.peek()
    void conversation.inbox.narrow(q ? { q } : {}, view)
  }, [view])
  useEffect(() => {
    if (room) return
    const count = counts.value.unanswered ? `(${counts.value.unanswered}) ` : ''
    document.title = `${count}${t('s.inbox')} · ${site.brand}`
  }, [counts.value.unanswered, room])

  return (
    <Give all={{ team }}>
      <Give all={{ widget }}>
        <div class={`desk ${opened ? 'reading' : ''} ${room ? 'in-room' : ''}`}>
          <Rail sites={account.session.value?.sites ?? []} site={site} />
          {room ? (
            <RoomPage key={room.name} room={room} />
          ) : (
            <>
              <Views />
              <main class="panes">
                <h1 class="sr">{t('s.inboxOf', { brand: site.brand })}</h1>
                <InboxPane />
                <Detail />
              </main>
            </>
          )}
        </div>
        <ShortcutSheet />
        <CommandMenu />
        <DeskDialog />
        <Announcer />
        <Dialogs />
      </Give>
    </Give>
  )
}
