import { useWidget } from '../../thread/widget.ts'
import { useCrew } from '../team.ts'
import { useHere } from './here.ts'

/** Who else of the team looks at the thread, before both answer it. */
export const Onlookers = () => {
  const { t } = useCrew()
  const { conversation } = useHere()
  const { formats } = useWidget()
  const people = conversation?.onlookers.value ?? []
  return (
    <p class="onlookers">
      {people.length > 0 &&
        t('in.looking', { n: people.length, names: formats.list(people.map(({ name }) => name)) })}
    </p>
  )
}
