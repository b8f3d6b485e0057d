import type { Choice } from '../model/choice.ts'
import { STATUS_WORDS } from '../thread/status.ts'
import { useWidget } from '../thread/widget.ts'
import { Chip } from '../ui/chip.tsx'

/** What narrows the list and stands in no other control: a label, and in a search the status. */
export const Narrowed = () => {
  const { conversation, focus, t } = useWidget()
  const { home, search } = conversation
  const { label, status } = home.choice.value
  const labels = home.items.value.flatMap(item => item.row.value.labels)
  const drop = (by: Partial<Choice>) => {
    void home.choose(by)
    // The chip goes.
    focus('all')
  }
  return (
    <>
      {label && (
        <Chip pressed onPress={() => drop({ label: null })}>
          {labels.find(({ id }) => id === label)?.name ?? '…'}
        </Chip>
      )}
      {status && search.query.value !== null && (
        <Chip pressed onPress={() => drop({ status: null })}>
          {t(STATUS_WORDS[status as keyof typeof STATUS_WORDS])}
        </Chip>
      )}
    </>
  )
}
