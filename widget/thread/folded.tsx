import { useWidget } from './widget.ts'

/** In place of what its reader has reported, and may still look at. */
export const Folded = ({ onShow }: { onShow: () => void }) => {
  const { t } = useWidget()
  return (
    <p class="tombstone">
      {t('report.done')}
      <button type="button" class="link" onClick={onShow}>
        {t('report.show')}
      </button>
    </p>
  )
}
