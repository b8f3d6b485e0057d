import type { SiteSettings } from '../../../server/contract/settings.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import type { Signal } from '../../signals/signal.ts'
import { useTeam } from '../team.ts'

const LOOK_AGAIN_MS = 4_000

/** The site's settings as long as its first steps go on, and for those who set it up; else null. */
export const useFirstRun = (): Signal<SiteSettings | null> => {
  const { conversation, desk, me } = useTeam()
  const settings = useSignal<SiteSettings | null>(null)
  const ready = conversation.inbox.phase.value === 'ready'
  useEffect(() => {
    if (!ready || (me.role !== 'owner' && me.role !== 'admin')) return
    let timer: ReturnType<typeof setInterval> | undefined
    const look = () =>
      desk.read<SiteSettings>('/settings').then(
        found => {
          const goesOn = found.firstRun !== null
          settings.value = goesOn ? found : null
          if (!goesOn || found.sights.length) clearInterval(timer)
        },
        // The next look says more.
        () => {},
      )
    timer = setInterval(() => {
      if (settings.peek() && !document.hidden) void look()
    }, LOOK_AGAIN_MS)
    void look()
    return () => clearInterval(timer)
  }, [ready])
  return settings
}
