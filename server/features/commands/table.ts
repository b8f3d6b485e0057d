import type { CommandName } from '../../contract/commands.ts'
import type { AnyCommand } from '../command.ts'
import { answerAccept, answerOfficial } from './answers.ts'
import { imageHide } from './image-hide.ts'
import { labelAdd, labelDelete, labelRename } from './labels.ts'
import { memberRemove, memberRole } from './member-role.ts'
import { messageEdit } from './message-edit.ts'
import {
  messageDelete,
  messageHide,
  messageHold,
  messageRestore,
  messageShow,
  messageSpam,
} from './message-removal.ts'
import { messageReport } from './message-report.ts'
import { personEmail } from './person-email.ts'
import { personIdentify } from './person-identify.ts'
import { personRename } from './person-rename.ts'
import { personBan, personTrust } from './person-standing.ts'
import { noteAdd, replyPost } from './reply-post.ts'
import { siteConfigure } from './site-configure.ts'
import { siteText } from './site-text.ts'
import {
  threadAnnounce,
  threadAssign,
  threadDone,
  threadLabel,
  threadLock,
  threadPin,
  threadRetitle,
} from './thread-marks.ts'
import { threadMerge, threadUnmerge } from './thread-merge.ts'
import { threadPost } from './thread-post.ts'
import { threadFollow, threadSeen } from './thread-reading.ts'
import { threadStatus } from './thread-status.ts'
import { voteSet } from './vote-set.ts'

/** Everything that can be done to a conversation. No other code writes one. */
export const commands: Record<CommandName, AnyCommand> = {
  'person.rename': personRename,
  'person.email': personEmail,
  'person.identify': personIdentify,
  'site.configure': siteConfigure,
  'site.text': siteText,
  'member.role': memberRole,
  'member.remove': memberRemove,
  'person.ban': personBan,
  'person.trust': personTrust,
  'thread.post': threadPost,
  'reply.post': replyPost,
  'note.add': noteAdd,
  'message.edit': messageEdit,
  'message.delete': messageDelete,
  'message.restore': messageRestore,
  'message.hide': messageHide,
  'message.show': messageShow,
  'image.hide': imageHide,
  'message.report': messageReport,
  'message.hold': messageHold,
  'message.spam': messageSpam,
  'vote.set': voteSet,
  'answer.accept': answerAccept,
  'answer.official': answerOfficial,
  'thread.follow': threadFollow,
  'thread.seen': threadSeen,
  'thread.status': threadStatus,
  'thread.retitle': threadRetitle,
  'thread.pin': threadPin,
  'thread.lock': threadLock,
  'thread.assign': threadAssign,
  'thread.announce': threadAnnounce,
  'thread.merge': threadMerge,
  'thread.unmerge': threadUnmerge,
  'thread.done': threadDone,
  'label.add': labelAdd,
  'label.rename': labelRename,
  'label.delete': labelDelete,
  'thread.label': threadLabel,
}
