import { useSignal } from '../signals/render.ts'
import { useWidget } from './widget.ts'

/** The team's badge, which explains itself when asked. */
export const Badge = ({ name }: { name: string }) => {
  const { brand, t } = useWidget()
  const open = useSignal(false)
  const verified = t('staff.verified', { name, brand: brand.value })
  return (
    <button
      type="button"
      class="badge"
      title={verified}
      aria-expanded={open.value}
      onClick={() => {
        open.value = !open.value
      }}
    >
      {open.value ? verified : t('staff.badge', { brand: brand.value })}
    </button>
  )
}
