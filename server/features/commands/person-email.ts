import { AppError } from '../../lib/app-error.ts'
import { hashToken } from '../../lib/ids.ts'
import { readAddress } from '../../mail/address.ts'
import type { Question } from '../../mail/confirm-letter.ts'
import { findAddress, forgetAddress, setAddress, setAddressLanguage } from '../../store/addresses.ts'
import { voidLinks } from '../../store/mail-links.ts'
import { addToOutbox } from '../../store/outbox.ts'
import { command } from '../command.ts'

/**
 * Says where one wants to hear of replies, or nowhere any more. An address belongs to whoever reads its mailbox, so it is
 * asked first. It joins nobody with anybody else who said the same, and whether somebody did is told to nobody.
 */
export const personEmail = command({
  name: 'person.email',
  find: async unit => unit.viewer.person,
  access: ({ viewer, mail }, _, { address }) =>
    viewer.person.role !== null || (address !== null && !mail) ? 'forbidden' : 'allowed',
  async run({ db, viewer, now }, person, input) {
    if (input.address === null) {
      await forgetAddress(db, person.id)
      return person.id
    }
    const address = readAddress(input.address)
    if (address === null)
      throw new AppError('invalid', {
        issues: [{ path: 'address', message: 'Not one plain e-mail address' }],
      })
    const before = await findAddress(db, person.id)
    const language = input.language ?? before?.language ?? viewer.site.locale
    if (before?.address === address && before.confirmed_at !== null && before.bounced_at === null) {
      await setAddressLanguage(db, person.id, language)
      return person.id
    }
    if (before && before.address !== address) await voidLinks(db, person.id)
    await setAddress(db, {
      ...{ person_id: person.id, site_id: person.site_id, address, language, created_at: now },
      ...{ confirmed_at: null, bounced_at: null },
    })
    const payload: Question = { person: person.id, of: hashToken(address) }
    await addToOutbox(db, { siteId: person.site_id, kind: 'question', payload, now })
    return person.id
  },
})
