import type { Delivery } from '../model/types.ts'
import { useWidget } from './widget.ts'

/** How much of a picture has left, as text: nothing that a screen reader is interrupted by. */
export const Uploading = ({ name, share }: NonNullable<Delivery['upload']>) => {
  const { config, t } = useWidget()
  const percent = new Intl.NumberFormat(config.locale, { style: 'percent' }).format(share)
  return <p class="state">{t.parts('file.progress', { name: <bdi>{name}</bdi>, percent })}</p>
}
