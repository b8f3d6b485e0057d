import type { Translation } from '../catalogue.ts'
import type { messages as en } from '../en/times.ts'

/** When something happened, and how long it takes. */
export const messages: Translation<typeof en> = {
  'ago.now': 'maintenant',
  'ago.minute': { one: 'il y a {n} min', other: 'il y a {n} min' },
  'ago.hour': { one: 'il y a {n} h', other: 'il y a {n} h' },
  'ago.yesterday': 'hier',
  'ago.before': 'avant-hier',
  'ago.day': { one: 'il y a {n} j', other: 'il y a {n} j' },
  'ago.date': '{d} {m} {y}',
  'ago.months': 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  'lasts.minute': { one: '{n} minute', other: '{n} minutes' },
  'lasts.hour': { one: '{n} heure', other: '{n} heures' },
  'lasts.day': { one: '{n} jour', other: '{n} jours' },
}
