import type { AnyItem } from '../../thread/widget.ts'
import { pictureCalls } from '../moves/picture-calls.ts'
import { useCrew } from '../team.ts'

/** Takes single pictures out of the message that shows them, and puts them back. */
export const PictureActions = ({ item }: { item: AnyItem }) => {
  const { change, t } = useCrew()
  return (
    <>
      {pictureCalls(item, t).map(({ key, text, call }) => (
        <button key={key} type="button" class="bare" onClick={() => void change([call])}>
          {text}
        </button>
      ))}
    </>
  )
}
