import type { ThreadItem } from '../../model/types.ts'
import { useEffect } from '../../signals/render.ts'
import { Mentions } from '../../thread/mentions.tsx'
import { AnswerBox } from '../composer/answer-box.tsx'
import { useHere } from './here.ts'
import { Onlookers } from './onlookers.tsx'

/** The answer box where visitors have theirs, below who else looks at the thread. */
export const InlineComposer = ({ item, id }: { item: ThreadItem; id: string }) => {
  const { readTeam } = useHere()
  useEffect(readTeam, [id])
  return (
    <>
      <Onlookers />
      <AnswerBox
        item={item}
        id={id}
        keys={false}
        suggest={writing => writing.text.value.includes('@') && <Mentions writing={writing} thread={id} />}
      />
    </>
  )
}
