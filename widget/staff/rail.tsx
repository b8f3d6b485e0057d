import type { StaffSession } from '../../server/contract/person.ts'
import { useWidget } from '../thread/widget.ts'
import { Icon } from '../ui/icon.tsx'
import { AccountMenu } from './account-menu.tsx'
import type { Place } from './address.ts'
import { INBOX } from './icons.ts'
import { LinkMark } from './link-mark.tsx'
import { SiteSwitch } from './site-switch.tsx'
import { useTeam } from './team.ts'

interface Props {
  sites: StaffSession['sites']
  site: StaffSession['sites'][number]
}

interface RoomLink {
  to: Partial<Place>
  text: string
  icon: string
  here: 'page' | 'true' | undefined
  n?: number
  /** Takes the focus. */
  title: string
}

const RoomMark = ({ to, text, icon, here, n = 0, title }: RoomLink) => {
  const { router } = useTeam()
  const { focus } = useWidget()
  return (
    <a
      class="room"
      title={text}
      href={router.href(to)}
      aria-current={here}
      onClick={event => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        router.go(to)
        focus(title)
      }}
    >
      <Icon d={icon} />
      <span class="room-name">{text}</span>
      {n > 0 && <span class="n">{n}</span>}
    </a>
  )
}

/** The edge of the desk: which site, which room, and who sits here. */
export const Rail = ({ sites, site }: Props) => {
  const { conversation, me, rooms, router, t } = useTeam()
  const { focus } = useWidget()
  const { room: here, thread } = router.place.value
  const isIn = (room: string) => (here === room ? 'page' : undefined)
  const main = here === 'inbox' ? 'inbox-title' : 'room-title'
  return (
    <header class="rail">
      <button type="button" class="skip" onClick={() => focus(thread ? 'heading' : main)}>
        {t('s.skip')}
      </button>
      <SiteSwitch sites={sites} site={site} />
      <nav class="rooms" aria-label="Parla">
        <RoomMark
          to={{ room: 'inbox', thread: null }}
          text={t('s.inbox')}
          icon={INBOX}
          here={thread ? 'true' : isIn('inbox')}
          n={conversation.inbox.counts.value.unanswered}
          title="inbox-title"
        />
        {rooms
          .filter(({ isFor }) => isFor?.(me) ?? true)
          .map(({ name, text, icon, count }) => (
            <RoomMark
              key={name}
              to={{ room: name, part: null, query: '' }}
              text={t(text)}
              icon={icon}
              here={isIn(name)}
              n={count?.(conversation) ?? 0}
              title="room-title"
            />
          ))}
      </nav>
      <LinkMark />
      <AccountMenu />
    </header>
  )
}
