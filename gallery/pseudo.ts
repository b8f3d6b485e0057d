import type { Message } from '../widget/i18n/catalogue.ts'

/** By how much other languages are longer than English, at most as a rule. */
const LONGER = 0.4
const ACCENTED: Readonly<Record<string, string>> = {
  a: 'à',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  N: 'Ñ',
  O: 'Ø',
  S: 'Š',
}

/** `Show {n} more` → `[Šhöw {n} mörë ~~~~]`: who sees the brackets sees all of it, who sees none has found a text that is in no catalogue. */
const stretched = (text: string): string => {
  const accented = text
    .split(/(\{\w+\}|<\/?a>)/)
    .map((piece, at) => (at % 2 ? piece : piece.replace(/[a-z]/gi, letter => ACCENTED[letter] ?? letter)))
    .join('')
  const words = ' ~~~~'.repeat(Math.ceil((text.length * LONGER) / ' ~~~~'.length))
  return `[${accented}${words}]`
}

export const pseudo = (messages: Readonly<Record<string, Message>>): Readonly<Record<string, Message>> =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      // What is looked for in what people write is no text to read.
      key.startsWith('guess.') ? message : stretchedMessage(message),
    ]),
  )

const stretchedMessage = (message: Message): Message =>
  typeof message === 'string'
    ? stretched(message)
    : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, stretched(text)])) as Message)
