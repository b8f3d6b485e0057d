import type { Hosted } from '../../host/hosted.ts'
import { drawWithSignals } from '../../signals/render.ts'
import { drawWithParts } from '../../ui/parts.ts'
import { createInline } from './create-inline.ts'

drawWithSignals()
drawWithParts()

/**
 * Called by a widget's menu, once this script is there: one of the team wants to answer where it stands.
 * @param restart draws the widget anew, in its place
 */
export const begin = (hosted: Hosted, restart: (hosted: Hosted) => void): void => {
  hosted.team ??= createInline(hosted, restart)
  hosted.team.ask()
}
