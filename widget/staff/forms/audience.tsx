import type { AudienceCount } from '../../../server/contract/reads.ts'
import { useEffect, useSignal } from '../../signals/render.ts'
import { useCrew } from '../team.ts'

/** How many will hear of a decision, before it is made; nothing where that cannot be told. */
export const Audience = ({ thread }: { thread: string }) => {
  const { desk, t } = useCrew()
  const people = useSignal<number | null>(null)
  useEffect(() => {
    desk.read<AudienceCount>(`/threads/${thread}/audience`).then(
      found => {
        people.value = found.people
      },
      () => {},
    )
  }, [thread])
  return people.value !== null && <p class="audience">{t('s.audience', { n: people.value })}</p>
}
