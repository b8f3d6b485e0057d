import styles from '../styles/pictures.css?inline'
import { DrawnPicture } from './drawn-picture.tsx'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

/** On screen; the window shows it as large as it is. */
const SMALL = 320

/** A message's pictures, small and side by side, in the room that was kept for them. */
export const Pictures = ({ item }: { item: AnyItem }) => {
  const widget = useWidget()
  const { conversation, brand, formats, t } = widget
  const images = item.row.value.images ?? []
  widget.adopt(styles)

  const show = async (at: number) => {
    const viewer = await widget.want(() => import('./picture-viewer.tsx'))
    viewer?.showPicture(widget, item, at)
  }
  return (
    <>
      {images.map((image, at) => {
        if (image.hidden)
          return (
            <p class="tombstone" key={at}>
              {t('image.removed', { brand: brand.value })}
            </p>
          )
        const place = { at: formats.number(at + 1), all: formats.number(images.length) }
        return (
          <button type="button" key={at} class="picture" onClick={() => void show(at)}>
            <DrawnPicture
              load={async () => (await conversation.writer()).picture(item, at)}
              {...image}
              of={image.id}
              side={SMALL}
              label={image.alt || t('image.of', place)}
            />
          </button>
        )
      })}
    </>
  )
}
