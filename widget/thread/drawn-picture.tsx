import { useEffect, useRef, useSignal } from '../signals/render.ts'
import { useWidget } from './widget.ts'

interface Props {
  load: () => Promise<Blob>
  width: number
  height: number
  /** Its longest side, in pixels of the screen. */
  side: number
  /** Another picture is drawn for another. */
  of: string
  /** What it shows; empty where that is said beside it. */
  label: string
}

/** A picture on a canvas of its final size: nothing moves when it comes, and no policy has to know of it. */
export const DrawnPicture = ({ load, width, height, side, of, label }: Props) => {
  const { t } = useWidget()
  const canvas = useRef<HTMLCanvasElement>()
  const failed = useSignal<string | null>(null)
  const scale = Math.min(1, (side * devicePixelRatio) / Math.max(width, height))
  useEffect(() => {
    let gone = false
    load()
      .then(createImageBitmap)
      .then(bitmap => {
        const { current } = canvas
        if (!gone && current) current.getContext('2d')?.drawImage(bitmap, 0, 0, current.width, current.height)
        bitmap.close()
      })
      .catch(() => {
        if (!gone) failed.value = of
      })
    return () => {
      gone = true
    }
  }, [of])
  if (failed.value === of)
    return (
      <span class="hint">
        {t('image.failed')} <span class="sr">{label}</span>
      </span>
    )
  return (
    <canvas
      ref={canvas}
      width={Math.max(1, Math.round(width * scale))}
      height={Math.max(1, Math.round(height * scale))}
      role={label ? 'img' : undefined}
      aria-label={label || undefined}
      aria-hidden={!label}
    />
  )
}
