import { ROLES, STATUSES } from '../../../server/contract/limits.ts'
import type { AuditEntry } from '../../../server/contract/queue.ts'
import type { Translate } from '../../i18n/translate.ts'
import { STATUS_WORDS } from '../../thread/status.ts'
import type { Call } from '../moves/inverse.ts'
import { sayCall } from '../moves/said.ts'
import type { StaffTexts } from '../texts.ts'
import type { SettingsTexts } from './texts.ts'

const WORDS = {
  'thread.post': 'log.posted',
  'reply.post': 'log.replied',
  'note.add': 'log.noted',
  'message.edit': 'log.edited',
  'message.delete': 'log.deleted',
  'message.restore': 'log.restored',
  'thread.announce': 'log.announced',
  'savedReply.add': 'log.kept',
  'savedReply.change': 'log.kept',
  'savedReply.delete': 'log.kept',
  'savedView.add': 'log.kept',
  'savedView.delete': 'log.kept',
  'site.configure': 'log.site',
  'site.text': 'log.texts',
  'site.moderation': 'log.rules',
  'member.role': 'log.team',
  'member.remove': 'log.team',
  'invitation.add': 'log.invited',
  'invitation.withdraw': 'log.uninvited',
  'invitation.accept': 'log.joined',
  'key.rotate': 'log.key',
  'person.rename': 'log.name',
} as const

/** What somebody of the team did, in words. */
export const sayEntry = (
  { action, facts }: Pick<AuditEntry, 'action' | 'facts'>,
  t: SettingsTexts,
  staff: Translate<StaffTexts>,
): string => {
  if (action === 'message.hold') return staff('mod.staff')
  if (action.startsWith('label.')) return staff('did.labelled')
  const own = WORDS[action as keyof typeof WORDS]
  return own ? t(own) : sayCall({ name: action, input: facts } as unknown as Call, staff)
}

/** What was decided, as it was written down. */
export const sayFacts = (
  { facts }: Pick<AuditEntry, 'facts'>,
  t: SettingsTexts,
  staff: Translate<StaffTexts>,
): string | null => {
  const status = STATUSES.find(one => one === facts.status)
  const role = ROLES.find(one => one === facts.role)
  const standing = status && staff(status === 'open' ? 'status.open' : STATUS_WORDS[status])
  const about = [standing, role && t(`role.${role}`)]
  const told = [...about, facts.key, facts.locale, facts.label, facts.name, facts.title, facts.reason]
  return told.filter(one => typeof one === 'string' && one !== '').join(' · ') || null
}
