import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useSignal } from '../signals/render.ts'
import { useWidget } from '../thread/widget.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Room } from './rooms.ts'
import { useTeam } from './team.ts'

/** A room beside the inbox, once its chunk is there. */
export const RoomPage = ({ room }: { room: Room }) => {
  const { t } = useTeam()
  const { brand, focus } = useWidget()
  const Page = useSignal<ComponentType | null>(null)
  const failed = useSignal(false)
  const load = () => {
    failed.value = false
    room.load().then(
      page => {
        Page.value = page.Page
        focus('room-title')
      },
      () => {
        failed.value = true
      },
    )
  }
  useEffect(load, [])
  useEffect(() => {
    document.title = `${t(room.text)} · ${brand.value}`
  }, [])

  return (
    <main class="room-page">
      {failed.value && (
        <p class="failed" role="alert">
          {t('err.network')}
          <button type="button" class="quiet" onClick={load}>
            {t('action.retry')}
          </button>
        </p>
      )}
      {Page.value ? <Page.value /> : !failed.value && <Skeleton label={t('s.loading')} />}
    </main>
  )
}
