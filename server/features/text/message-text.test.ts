import { describe, expect, it } from 'vitest'
import { Tree } from '../../contract/text.ts'
import { cutText, firstSentence } from './cut.ts'
import { messageText } from './message-text.ts'
import { parseText } from './parse.ts'

describe('text', () => {
  it('turns light formatting into nodes', () => {
    expect(parseText('Hi *you*, see `code` and **this**\nhttps://a.example/x')).toEqual([
      {
        t: 'p',
        c: [
          'Hi ',
          { t: 'em', c: ['you'] },
          ', see ',
          { t: 'code', text: 'code' },
          ' and ',
          { t: 'strong', c: ['this'] },
          { t: 'br' },
          { t: 'link', href: 'https://a.example/x', c: ['https://a.example/x'] },
        ],
      },
    ])
  })

  it('nests lists and quotes', () => {
    expect(parseText('> said\n\n1. one\n2. two')).toEqual([
      { t: 'quote', c: [{ t: 'p', c: ['said'] }] },
      { t: 'list', ordered: true, items: [[{ t: 'p', c: ['one'] }], [{ t: 'p', c: ['two'] }]] },
    ])
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hi)',
    '[x](JaVaScRiPt&#58;alert(1))',
    '![x](https://a.example/i.png)',
    '[a]: javascript:alert(1)\n[a]',
    '# Title\n\n---\n\n| a | b |\n|--|--|',
  ])('keeps %j as text and valid nodes', source => {
    const tree = parseText(source)
    expect(Tree.safeParse(tree).success).toBe(true)
    expect(JSON.stringify(tree)).not.toMatch(/"href":"(javascript|data)/i)
  })

  it('shows the address a link really goes to, whatever its spelling', () => {
    expect(JSON.stringify(parseText('<http://EXAMPLE.com/%zz>'))).toContain('example.com')
  })

  it('stays linear on hostile input', () => {
    for (const piece of ['*a ', '[', '`', '> ', '- ', '![](', '<', '**_', 'http://a.b '])
      expect(Tree.safeParse(parseText(piece.repeat(10_000 / piece.length))).success).toBe(true)
  })

  it('refuses a message without anything visible', () => {
    expect(() => messageText(' \u200b\u202e \n')).toThrow('no text')
  })

  it('names a thread after its first sentence', () => {
    expect(firstSentence('Can I pause my plan? I am away.')).toBe('Can I pause my plan?')
    expect(firstSentence('It broke. Again.')).toBe('It broke')
    expect(firstSentence('電球は交換できますか？教えてください')).toBe('電球は交換できますか？')
    expect(firstSentence('word '.repeat(40)).length).toBeLessThanOrEqual(90)
  })

  it('leaves the title out of what follows it, unless the title was cut', () => {
    expect(messageText('It broke. Again today.')).toMatchObject({ title: 'It broke', lead: 'Again today.' })
    expect(messageText('Can I pause?').lead).toBe('')
    expect(messageText(`${'word '.repeat(40)}end`).lead).toMatch(/^word word/)
  })

  it('never cuts a character in half', () => {
    expect(cutText('😀'.repeat(30), 20)).not.toMatch(/[\uD800-\uDBFF]…/)
  })
})
