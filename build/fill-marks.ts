import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from '../widget/i18n/catalogue.ts'
import { isReachable } from './least-counts.ts'
import type { Texts } from './texts.ts'

const MARK = /(["'`])@(text|plain) ([a-z]+\.\w+)@\1/g
/** A mark that is no longer a string of its own: it was joined to something while building. */
const JOINED = /@(text|plain) [a-z]+\.\w+@/

/** What writes a text where its mark was; `plain` where nothing is filled in. */
type Write = (message: Message, key: string, plain: boolean) => string

/** Copies the scripts and styles in `from` to `to`, with the texts of one locale in the place of their marks. */
export function fillFolder(from: string, to: string, texts: Texts, fill = fillMarks): void {
  cpSync(from, to, { recursive: true })
  for (const file of readdirSync(to).filter(name => name.endsWith('.js'))) {
    const path = join(to, file)
    writeFileSync(path, fill(readFileSync(path, 'utf8'), texts))
  }
}

/** The same for pages with words of their own: each text is asked for by its key, at `own-text.js` beside the script. */
export function fillWithOwn(code: string, texts: Texts): string {
  const filled = fillMarks(
    code,
    texts,
    (message, key, plain) => `ownText("${key}",${literal(message, key)}${plain ? ',1' : ''})`,
  )
  // What is said of the whole script stays before all else.
  return filled === code ? code : filled.replace(/^(\/\/.*\n)?/, '$1import{ownText}from"./own-text.js";')
}

/** Throws where a text is missing, or a mark was joined to other strings and cannot become a text any more. */
export function fillMarks(code: string, texts: Texts, write: Write = literal): string {
  const filled = code.replace(MARK, (_, _quote, kind: string, key: string) => {
    const message = texts[key]
    if (message === undefined) throw new Error(`There is no text for ${key}`)
    return write(message, key, kind === 'plain')
  })
  const [joined] = filled.match(JOINED) ?? []
  if (joined) throw new Error(`${joined} was joined to another string; give its key to t() as it is`)
  return filled
}

const literal = (message: Message, key: string): string => {
  if (typeof message === 'string') return JSON.stringify(message)
  // Forms that say the same as `other` need not be carried.
  const forms = Object.entries(message).filter(
    ([form, text]) => form === 'other' || (text !== message.other && isReachable(key, form)),
  )
  if (forms.length === 1) return JSON.stringify(message.other)
  return `{${forms.map(([form, text]) => `${form}:${JSON.stringify(text)}`)}}`
}
