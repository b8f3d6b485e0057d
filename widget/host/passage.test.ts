import { expect, it } from 'vitest'
import { quoteOf } from './passage.ts'

const PAGE = { key: 'https://acme.example/pricing', url: 'https://acme.example/pricing', title: 'Pricing' }

it('quotes a passage and links back to it', () => {
  expect(quoteOf('Plans can be paused.', PAGE)).toBe(
    '> Plans can be paused.\n> [Pricing](https://acme.example/pricing#:~:text=Plans%20can%20be%20paused.)',
  )
})

it('names where a long passage begins and ends', () => {
  const quote = quoteOf(
    'Plans can be paused for up to three months a year, on every plan but the smallest - and at once.',
    PAGE,
  )
  expect(quote).toContain('#:~:text=Plans%20can%20be%20paused,%2D%20and%20at%20once.)')
})

it('cuts what is too long, between words, and keeps the lines apart', () => {
  const [first, ...more] = quoteOf(`One.\n\n  Two.\n${'word '.repeat(100)}`, PAGE).split('\n')
  expect(first).toBe('> One.')
  expect(more[0]).toBe('> Two.')
  expect(more[1]).toMatch(/^> (word )+word…$/)
  expect(more.join('\n').length).toBeLessThan(500)
})

it('lets no title end its link early', () => {
  expect(quoteOf('Yes', { ...PAGE, title: 'A [b](c) \\ d' })).toContain('> [A b c d](https://')
  expect(quoteOf('Yes', { ...PAGE, title: '' })).toContain('> [/pricing](https://')
})

it('cuts scripts that have no spaces, too, and lets no address end its link early', () => {
  const [quoted = ''] = quoteOf('電球は自分で交換できます。'.repeat(60), PAGE).split('\n')
  expect(quoted).toHaveLength(302)
  const wiki = { ...PAGE, url: 'https://acme.example/Lamp_(light' }
  expect(quoteOf('Yes', wiki)).toContain('](https://acme.example/Lamp_%28light#:~:text=Yes)')
})
