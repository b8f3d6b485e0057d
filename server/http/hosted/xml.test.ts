// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { HOSTILE } from '../../../test/browser/hostile-texts.ts'
import { writeXml, xml } from './xml.ts'

const EVERY_CONTROL = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('')

/** What is left of a text when all is gone that is not for reading. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

it.each([
  ...HOSTILE,
  ...[
    ']]>',
    '&amp;&#0;&bogus;',
    '\u0000\u0008\u000b\ufffe\uffff',
    '\ud800 alone \udc00',
    '👩‍🚒',
    EVERY_CONTROL,
  ],
])('[Q8] %j is text and nothing else in a feed', text => {
  const document = new DOMParser().parseFromString(
    writeXml(xml('entry', { about: text }, xml('title', {}, text))),
    'application/xml',
  )
  expect(document.querySelector('parsererror')).toBeNull()
  expect([...document.querySelectorAll('*')].map(element => element.localName)).toEqual(['entry', 'title'])
  expect(document.documentElement.getAttributeNames()).toEqual(['about'])
  expect(lettersOf(document.querySelector('title')?.textContent ?? '')).toBe(lettersOf(text))
})
