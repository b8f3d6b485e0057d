import type { CommandName } from '../../../server/contract/commands.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { StaffTexts } from '../texts.ts'
import type { Call } from './inverse.ts'

const said: { [N in CommandName]?: keyof StaffTexts } = {
  'message.hide': 'did.hidden',
  'message.show': 'did.shown',
  'message.spam': 'did.spam',
  'thread.status': 'did.status',
  'thread.retitle': 'did.retitled',
  'thread.assign': 'did.assigned',
  'thread.label': 'did.labelled',
  'answer.official': 'did.official',
  'thread.announce': 'did.announced',
  'thread.merge': 'did.merged',
  'thread.unmerge': 'did.unmerged',
}

const switched: { [N in CommandName]?: readonly [keyof StaffTexts, keyof StaffTexts] } = {
  'thread.done': ['did.reopened', 'did.done'],
  'image.hide': ['did.imageShown', 'did.imageHidden'],
  'person.ban': ['did.unbanned', 'did.banned'],
  'person.trust': ['did.untrusted', 'did.trusted'],
  'thread.pin': ['did.unpinned', 'did.pinned'],
  'thread.lock': ['did.unlocked', 'did.locked'],
}

/** What was done, in words. */
export const sayCall = ({ name, input }: Call, t: Translate<StaffTexts>): string => {
  const pair = switched[name]
  if (pair && 'on' in input) return t(pair[input.on ? 1 : 0])
  return t(said[name] ?? 'did.changed')
}
