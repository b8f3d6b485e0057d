import { useEffect, useRef, useSignal } from '../signals/render.ts'
import dialogStyles from '../styles/dialog.css?inline'
import { Dialog } from '../ui/dialog.tsx'
import { DrawnPicture } from './drawn-picture.tsx'
import type { AnyItem, Widget } from './widget.ts'
import { useWidget } from './widget.ts'

/** No screen shows more of it. */
const LARGE = 2_048

const PictureViewer = ({ item, first }: { item: AnyItem; first: number }) => {
  const { conversation, dialog, formats, t } = useWidget()
  const chosen = useSignal(first)
  const inside = useRef<HTMLDivElement>()
  const images = item.row.value.images ?? []
  const at = chosen.value
  const image = images[at]
  const shown = images.flatMap(({ hidden }, place) => (hidden ? [] : [place]))
  const position = shown.indexOf(at)
  const next = (step: number) => shown[position + step] ?? null
  const go = (step: number) => {
    chosen.value = next(step) ?? at
  }
  useEffect(() => {
    const box = inside.current?.closest('dialog')
    const press = ({ key }: KeyboardEvent) => {
      const forward = getComputedStyle(box as Element).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      if (key === 'ArrowLeft' || key === 'ArrowRight') go(key === forward ? 1 : -1)
    }
    box?.addEventListener('keydown', press)
    return () => box?.removeEventListener('keydown', press)
  }, [at])
  if (!image) return null

  const where = t('image.of', { at: formats.number(position + 1), all: formats.number(shown.length) })
  return (
    <Dialog
      id="picture-title"
      title={image.alt || where}
      closeLabel={t('frame.close')}
      class="viewer"
      onClose={() => {
        dialog.value = null
      }}
    >
      {() => (
        <div ref={inside}>
          <DrawnPicture
            load={async () => (await conversation.writer()).picture(item, at)}
            {...image}
            of={`${at}`}
            side={LARGE}
            label={image.alt || where}
          />
          {shown.length > 1 && (
            <div class="send">
              <p class="hint" aria-live="polite">
                {where}
              </p>
              <button type="button" class="quiet" aria-disabled={next(-1) === null} onClick={() => go(-1)}>
                {t('image.previous')}
              </button>
              <button type="button" class="quiet" aria-disabled={next(1) === null} onClick={() => go(1)}>
                {t('image.next')}
              </button>
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** Shows a message's picture as large as the window is, and the others beside it. */
export const showPicture = ({ adopt, dialog }: Widget, item: AnyItem, at: number): void => {
  adopt(dialogStyles)
  dialog.value = <PictureViewer item={item} first={at} />
}
