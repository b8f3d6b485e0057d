import type { Tools } from '../thread/widget.ts'
import { AnnouncedNote } from './ask/announced-note.tsx'
import { MergedNote } from './merged-note.tsx'
import { messageChoices } from './message-choices.ts'
import { MessageForm } from './message-form.tsx'
import { NoteMark } from './note-mark.tsx'
import { ReplyTools } from './reply-tools.tsx'
import { ReportedNote } from './reported-note.tsx'
import { Standing } from './standing.tsx'
import type { Team } from './team.ts'

/** What the team finds at each message beside what everybody sees. */
export const messageTools = (team: () => Team): Tools => ({
  thread: item => (
    <>
      <Standing item={item} />
      <ReportedNote item={item} />
      <MergedNote item={item} />
      <AnnouncedNote item={item} />
      <MessageForm item={item} />
    </>
  ),
  reply: item => <ReplyTools item={item} />,
  note: () => <NoteMark />,
  choices: item => messageChoices(team(), item),
})
