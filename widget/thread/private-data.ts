/** What a text gives away about somebody, in the order in which it is looked for. */
export type PrivateData = 'card' | 'iban' | 'phone' | 'password'

const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g
const IBAN = /(?<![\p{L}\d])[a-z]{2}\d{2}(?: ?[a-z\d]{4}){2,7}(?: ?[a-z\d]{1,3})?(?![\p{L}\d])/giu
/** In international form, or with a leading zero, or in three groups as mobile numbers are written. */
const PHONE =
  /(?<![\p{L}\d./-])(?:(?:\+|00)[1-9](?:[ ()./-]{0,2}\d){7,13}|\(?0\d(?:[ ()/-]{0,2}\d){7,10}|\d{3}[ -]\d{3}[ -]\d{3,4})(?![\p{L}\d])/u
const PASSWORD =
  /(?:pass(?:word|wort|code)|pwd|contraseña|mot de passe|senha|wachtwoord|كلمة (?:السر|المرور)|パスワード)\s*(?:[:=：]\s*\S{4,}|(?:is|è|ist|est|es|é|هي|は)\s*(?=\S*\d)\S{4,})/iu
const ADDRESS = /https?:\/\/\S+/g

const digits = (text: string) => text.replace(/\D/g, '')

/** The check digit of cards (ISO/IEC 7812). */
const passesLuhn = (number: string) => {
  let sum = 0
  for (let at = 0; at < number.length; at++) {
    const digit = Number(number[number.length - 1 - at]) * (at % 2 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** The check digits of accounts (ISO 13616): letters count from ten, and the whole leaves one of 97. */
const passesMod97 = (account: string) => {
  const compact = account.replace(/ /g, '').toUpperCase()
  const turned = compact.slice(4) + compact.slice(0, 4)
  let rest = 0
  for (const letter of turned) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** The first thing in a text that its author may not want everybody to read; null when there is none. */
export const privateData = (text: string): PrivateData | null => {
  const words = text.replace(ADDRESS, ' ')
  if ((words.match(CARD) ?? []).some(found => passesLuhn(digits(found)))) return 'card'
  if ((words.match(IBAN) ?? []).some(passesMod97)) return 'iban'
  if (PHONE.test(words)) return 'phone'
  return PASSWORD.test(words) ? 'password' : null
}
