import type { Tools } from '../../thread/widget.ts'
import { NoteMark } from '../note-mark.tsx'
import { Standing } from '../standing.tsx'
import { CardActions } from './card-actions.tsx'
import { InlineComposer } from './inline-composer.tsx'
import { MessageActions } from './message-actions.tsx'
import { PictureActions } from './picture-actions.tsx'

/** What the team finds at each message of a brand's page. */
export const inlineTools: Tools = {
  Composer: InlineComposer,
  card: item => <CardActions item={item} />,
  thread: item => (
    <>
      <MessageActions item={item} />
      <PictureActions item={item} />
      <Standing item={item} />
    </>
  ),
  reply: item => (
    <>
      <MessageActions item={item} />
      <PictureActions item={item} />
      <Standing item={item} />
    </>
  ),
  note: () => <NoteMark />,
}
