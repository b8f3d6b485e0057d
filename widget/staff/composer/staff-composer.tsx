import type { ThreadItem } from '../../model/types.ts'
import { useWidget } from '../../thread/widget.ts'
import { pickSaved } from '../saved/pick-saved.ts'
import { useTeam } from '../team.ts'
import { AnswerBox } from './answer-box.tsx'
import { Suggestions } from './suggestions.tsx'

/** The answer box with all that the admin has besides: saved replies. */
export const StaffComposer = ({ item, id }: { item: ThreadItem; id: string }) => {
  const team = useTeam()
  const widget = useWidget()
  return (
    <AnswerBox
      item={item}
      id={id}
      keys
      suggest={writing => <Suggestions writing={writing} item={item} id={id} />}
    >
      <button type="button" class="saved-open" onClick={() => pickSaved(item, { team, widget })}>
        <kbd>/</kbd> <span class="wide">{team.t('saved.title')}</span>
      </button>
    </AnswerBox>
  )
}
