import { useWidget } from './widget.ts'

/** On the card of a thread that now stands in another one. */
export const Merged = ({ into: { id, title } }: { into: { id: string; title: string } }) => {
  const { open, t } = useWidget()
  return (
    <button type="button" class="link" onClick={() => open(id)}>
      {t('thread.merged', { title })}
    </button>
  )
}
