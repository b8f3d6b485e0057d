import type { ThreadItem } from '../../model/types.ts'
import { useWidget } from '../../thread/widget.ts'
import { AgeRing } from '../age-ring.tsx'
import { Standing } from '../standing.tsx'
import { useCrew } from '../team.ts'
import { MessageActions } from './message-actions.tsx'

/** How long somebody waits there, and what a pass lets one do about it without opening the thread first. */
export const CardActions = ({ item }: { item: ThreadItem }) => {
  const { t } = useCrew()
  const { formats, now } = useWidget()
  const since = item.row.value.staff?.waitingSince ?? null
  const at = now.value || Date.now()
  const seconds = since === null ? 0 : Math.max(60, (at - since) / 1000)
  return (
    <>
      <Standing item={item} />
      <div class="team-deeds">
        {since !== null && (
          <span class="team-wait">
            <AgeRing since={since} now={at} /> {t('in.waiting', { duration: formats.duration(seconds) })}
          </span>
        )}
        <span class="team-does">
          <MessageActions item={item} />
        </span>
      </div>
    </>
  )
}
