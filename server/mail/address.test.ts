import { describe, expect, it } from 'vitest'
import { mailboxOf, readAddress, readSender } from './address.ts'

describe('[N2] an address', () => {
  it.each([
    ['anna@lume.example', 'anna@lume.example'],
    ['  anna@lume.example ', 'anna@lume.example'],
    ["o'hara+parla@Mail.Lume.EXAMPLE", "o'hara+parla@mail.lume.example"],
    ['anna@bücher.example', 'anna@xn--bcher-kva.example'],
    ['anna@例え.テスト', 'anna@xn--r8jz45g.xn--zckzah'],
    ['a.b-c_d@sub.lume.example', 'a.b-c_d@sub.lume.example'],
  ])('%s is one', (typed, address) => {
    expect(readAddress(typed)).toBe(address)
  })

  it.each([
    ...['', ' ', '@', 'anna', 'anna@', '@lume.example', 'anna@lume', 'anna@.example', 'anna@lume..example'],
    ...['a@b.example,c@d.example', 'a@b.example;c@d.example', 'a@b.example c@d.example', 'a@b@c.example'],
    ...[
      'Anna <anna@lume.example>',
      '<anna@lume.example>',
      'anna@lume.example (Anna)',
      'mailto:anna@lume.example',
    ],
    ...['"anna"@lume.example', '"a@evil.example x"@lume.example', 'a\\@b@lume.example', 'an na@lume.example'],
    ...[
      'anna@lume.example\r\nBcc: all@lume.example',
      'anna\n@lume.example',
      'anna@lu\r\nme.example',
      'anna@lume.example\0',
    ],
    ...[
      'anna@127.0.0.1',
      'anna@[127.0.0.1]',
      'anna@lume.example:25',
      'anna@lume.example/x',
      'anna@lume%2eexample',
    ],
    ...[
      '.anna@lume.example',
      'anna.@lume.example',
      'an..na@lume.example',
      'änna@lume.example',
      'anna@-lume.example',
    ],
    ...[
      'anna@lume.example.',
      'anna@lume。example',
      'anna＠lume.example',
      'a\u202eb@lume.example',
      'anna@lume\u200b.example',
    ],
    ...[
      `${'a'.repeat(65)}@lume.example`,
      `anna@${`${'a'.repeat(60)}.`.repeat(5)}example`,
      `anna@${'a'.repeat(64)}.example`,
    ],
  ])('%j is none', typed => {
    expect(readAddress(typed)).toBeNull()
  })

  it('stands for the same mailbox however it is written', () => {
    expect(mailboxOf('Anna+one@lume.example')).toBe(mailboxOf('anna+two@lume.example'))
    expect(mailboxOf('anna@lume.example')).not.toBe(mailboxOf('anna@lume2.example'))
  })
})

it('a sender may have a name before their address', () => {
  expect(readSender('Lume & Figli <talk@lume.example>')).toEqual({
    name: 'Lume & Figli',
    address: 'talk@lume.example',
  })
  expect(readSender('talk@lume.example')).toEqual({ name: '', address: 'talk@lume.example' })
  for (const odd of [
    'Lume',
    'Lume <talk>',
    'a@b.example, c@d.example',
    'L <a@b.example> <c@d.example>',
    'L\n<a@b.example>',
  ])
    expect(readSender(odd), odd).toBeNull()
})
