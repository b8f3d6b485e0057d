import type { Texts } from '../i18n/texts.ts'
import type { Failure } from '../model/types.ts'
import type { Widget } from './widget.ts'

const keys: { [C in Failure['code']]?: keyof Texts } = {
  text_empty: 'err.empty',
  name_required: 'err.name',
  name_taken: 'err.nameTaken',
  name_refused: 'err.nameRefused',
  kind_closed: 'err.kind',
  banned: 'err.banned',
  thread_locked: 'err.closed',
  thread_merged: 'err.merged',
  not_found: 'err.gone',
  protocol_too_old: 'err.reload',
  image_unknown: 'err.imageLost',
  images_full: 'err.imagesFull',
  network: 'err.network',
}

/** What happened and what to do next, in the reader's language. */
export const failureText = (
  { code, retryAfter }: Failure,
  { formats, brand, t }: Pick<Widget, 'formats' | 'brand' | 't'>,
): string => {
  if (code === 'rate_limited') return t('err.rate', { duration: formats.duration(retryAfter ?? 60) })
  return t(keys[code] ?? 'err.server', { brand: brand.value })
}
