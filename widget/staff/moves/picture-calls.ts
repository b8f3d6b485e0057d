import type { Translate } from '../../i18n/translate.ts'
import type { AnyItem } from '../../thread/widget.ts'
import type { StaffTexts } from '../texts.ts'
import { call } from './inverse.ts'

/** Taking each picture out of a message that may stay, or putting it back, for whoever may. */
export const pictureCalls = ({ can, id, row }: AnyItem, t: Translate<StaffTexts>) => {
  const message = id.value
  const { images = [] } = row.value
  if (message === null || !can.value.includes('hide')) return []
  return images.map(({ id: image, hidden }, at) => ({
    key: image,
    text: t(hidden ? 's.showImage' : 's.hideImage', { at: at + 1 }),
    call: call('image.hide', { id: message, image, on: !hidden }),
  }))
}
