import type { WidgetConfig } from '../config.ts'
import type { Conversation } from '../model/types.ts'
import { Give, useKept, useRef } from '../signals/render.ts'
import type { Adopt } from '../style-sheets.ts'
import styles from '../styles/home.css?inline'
import { createWidget } from '../thread/create-widget.ts'
import { useChunk } from '../ui/use-chunk.ts'
import { Frame } from './frame.tsx'

interface Props {
  conversation: Conversation
  config: WidgetConfig
  adopt: Adopt
}

/** Everything a visitor sees, in its place or in the panel. */
export const Visitor = ({ conversation, config, adopt }: Props) => {
  const top = useRef<HTMLSpanElement>()
  const widget = useKept(() => {
    adopt(styles)
    const root = () => top.current?.getRootNode() as Document | ShadowRoot
    return createWidget({ conversation, config, adopt, root })
  })
  const launcher = useChunk(() => import('./floating.tsx'), config.mode !== 'inline')
  return (
    <Give all={{ widget }}>
      <span ref={top} hidden />
      {config.mode === 'inline' ? (
        <Frame />
      ) : (
        launcher && (
          <launcher.Floating>
            <Frame />
          </launcher.Floating>
        )
      )}
    </Give>
  )
}
