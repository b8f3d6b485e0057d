import { NAME_BYTES, NAME_GRAPHEMES, NAME_MARKS_PER_BASE } from '../contract/limits.ts'
import { AppError } from '../lib/app-error.ts'
import { skeleton } from './skeleton.ts'

/** What a visitor's name may not be taken for. */
export interface Protected {
  brand: string
  /** Full names of everybody with a role on the site. */
  staffNames: readonly string[]
}

/** Words by which a brand's people are called, in the languages of the widget and of its neighbours. */
const ROLES = [
  ...[
    'team',
    'staff',
    'support',
    'admin',
    'administrator',
    'moderator',
    'mod',
    'official',
    'help',
    'helpdesk',
  ],
  ...[
    'service',
    'customer',
    'care',
    'crew',
    'owner',
    'founder',
    'ceo',
    'agent',
    'employee',
    'manager',
    'desk',
  ],
  ...[
    'squadra',
    'assistenza',
    'supporto',
    'servizio',
    'clienti',
    'ufficiale',
    'moderatore',
    'amministratore',
  ],
  ...[
    'titolare',
    'fondatore',
    'équipe',
    'equipo',
    'soporte',
    'suporte',
    'kundendienst',
    'oficial',
    'officiel',
  ],
  ...[
    'поддержка',
    'команда',
    'админ',
    'модератор',
    '官方',
    '客服',
    '团队',
    '公式',
    'サポート',
    'الدعم',
    'فريق',
  ],
]
const CONNECTIVES = ['the', 'of', 'from', 'at', '@', 'by', 'di', 'del', 'dal', 'il', 'lo', 'la']

const words = (list: string[]) => list.map(skeleton).join('|')
const onlyTitle = new RegExp(`^(?:${words(ROLES)}|${words(CONNECTIVES)})*$`)
const someRole = new RegExp(words(ROLES))

/** Drawn like a mark that says "verified": ticks, shields, medals, stars, badges. */
const BADGES = /[✓✔✅☑⍻√🗸🗹🛡🎖🏅🏵🎗📛🔰⚜★☆⭐🌟✪✯✰✭✮❂⛨🆗🔵💠👮👑]/gu
/** Controls, direction and format characters, halves of pairs, private use, unassigned, and letters drawn as nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu
/** The one unseen character that Persian names are spelt with. */
const JOINER = /(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})/gu
const KEPT_JOINER = '\u{f8ff}'
const EXCESS_MARKS = new RegExp(`(\\p{M}{${NAME_MARKS_PER_BASE}})\\p{M}+`, 'gu')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The name as everybody will see it: NFKC, without unseen characters and badges, spaces collapsed, at most
 * {@link NAME_GRAPHEMES} characters as people count them. Throws `name_refused`.
 */
export function tidyName(raw: string): string {
  const name = raw
    .normalize('NFKC')
    .replaceAll(KEPT_JOINER, '')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(JOINER, KEPT_JOINER)
    .replace(UNSEEN, character => (character === KEPT_JOINER ? '\u200c' : ''))
    .replace(BADGES, '')
    .replace(EXCESS_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{M}]+/u, '')
    .trim()
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name))
    throw new AppError('name_refused', { detail: 'A name needs a letter' })
  if ([...graphemes.segment(name)].length > NAME_GRAPHEMES || Buffer.byteLength(name) > NAME_BYTES)
    throw new AppError('name_refused', { detail: 'That name is too long' })
  return name
}

/** A visitor's name: {@link tidyName}, and `name_taken` where it could be read as the brand or one of its people. */
export function cleanName(raw: string, { brand, staffNames }: Protected): string {
  const name = tidyName(raw)
  const seen = skeleton(name)
  const isTitle = onlyTitle.test(seen) && someRole.test(seen)
  const isOwned = [brand, ...staffNames].some(owned =>
    besides(owned, seen).some(rest => onlyTitle.test(rest)),
  )
  const isOffice = wordsOf(brand).some(word =>
    besides(word, seen).some(rest => onlyTitle.test(rest) && someRole.test(rest)),
  )
  if (isTitle || isOwned || isOffice) throw new AppError('name_taken')
  return name
}

/** The words a brand is called by for short. */
export const wordsOf = (brand: string) => brand.split(/[^\p{L}\p{N}]+/u).filter(word => word.length >= 4)

/** What a name says beside the owned one, for each place where it says that. */
function besides(owned: string, seen: string): string[] {
  const part = skeleton(owned)
  if (part === '') return []
  const rests: string[] = []
  for (let at = seen.indexOf(part); at !== -1; at = seen.indexOf(part, at + 1))
    rests.push(seen.slice(0, at) + seen.slice(at + part.length))
  return rests
}
