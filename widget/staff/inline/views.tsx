import type { ComponentType } from 'preact'
import type { WidgetConfig } from '../../config.ts'
import type { InlineConversation } from '../../model/inline-conversation.ts'
import type { Conversation } from '../../model/types.ts'
import { Give, useKept, useRef } from '../../signals/render.ts'
import type { Adopt } from '../../style-sheets.ts'
import dialog from '../../styles/dialog.css?inline'
import home from '../../styles/home.css?inline'
import { createWidget } from '../../thread/create-widget.ts'
import type { Tools, Widget } from '../../thread/widget.ts'
import { Frame } from '../../visitor/frame.tsx'
import { Launcher } from '../../visitor/launcher.tsx'
import ageRing from '../styles/age-ring.css?inline'
import answerBox from '../styles/answer-box.css?inline'
import forms from '../styles/forms.css?inline'
import styles from '../styles/inline.css?inline'
import links from '../styles/links.css?inline'
import { createCrew } from './create-crew.ts'
import type { Here } from './here.ts'
import { inlineTools } from './inline-tools.tsx'
import { StaffBar } from './staff-bar.tsx'

interface Seen {
  conversation: Conversation
  config: WidgetConfig
  adopt: Adopt
}

interface Drawn {
  here: Here
  widget: Widget
  mode: WidgetConfig['mode']
}

const useMadeWidget = (seen: Seen, tools: Tools) => {
  const top = useRef<HTMLSpanElement>()
  const widget = useKept(() => {
    for (const css of [home, dialog, forms, ageRing, answerBox, links, styles]) seen.adopt(css)
    return createWidget({
      ...seen,
      tools,
      root: () => top.current?.getRootNode() as Document | ShadowRoot,
    })
  })
  return { widget, top: <span ref={top} hidden /> }
}

/** The widget itself, below the bar that says who is here. */
const WithBar = ({ here, widget, mode }: Drawn) => {
  const frame = <Frame bar={<StaffBar />} />
  return (
    <Give all={{ here }}>
      <Give all={{ widget }}>{mode === 'inline' ? frame : <Launcher>{frame}</Launcher>}</Give>
    </Give>
  )
}

/** The conversations with all that a pass allows. */
export const AsTeam =
  (here: Here, own: InlineConversation): ComponentType<Seen> =>
  seen => {
    const { widget, top } = useMadeWidget(seen, inlineTools)
    const crew = useKept(() => createCrew(here, own, widget))
    return (
      <Give all={{ crew }}>
        {top}
        <WithBar here={here} widget={widget} mode={seen.config.mode} />
      </Give>
    )
  }

/** The very widget that visitors have, as this browser's own visitor sees it. */
export const AsVisitor =
  (here: Here): ComponentType<Seen> =>
  seen => {
    const { widget, top } = useMadeWidget(seen, {})
    return (
      <>
        {top}
        <WithBar here={here} widget={widget} mode={seen.config.mode} />
      </>
    )
  }
