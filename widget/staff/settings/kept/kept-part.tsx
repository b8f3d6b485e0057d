import type { PartProps } from '../part.ts'
import { LabelList } from './label-list.tsx'
import { SavedReplyList } from './saved-reply-list.tsx'

/** What the team keeps for its work: texts it gives again, and what it calls conversations. */
export const KeptPart = (props: PartProps) => (
  <div class="settings-fields">
    <SavedReplyList {...props} />
    <LabelList {...props} />
  </div>
)
