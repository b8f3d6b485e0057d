// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { readPages } from './page-lines.ts'

describe('[D9] pages to announce on', () => {
  it('are called what their widgets call them: an address without query and fragment, each once', () => {
    const text =
      ' https://acme.example/pricing?utm=1#top\nhttps://acme.example/pricing\n\nhttps://acme.example\n'
    expect(readPages(text)).toEqual({ pages: ['https://acme.example/pricing', 'https://acme.example/'] })
  })

  it('may keep a key of the page’s own where it is announced already, and nothing else', () => {
    expect(readPages('product:42', ['product:42'])).toEqual({ pages: ['product:42'] })
    expect(readPages('https://acme.example/\nproduct:43', ['product:42'])).toEqual({ wrong: 'product:43' })
    expect(readPages('javascript:alert(1)')).toEqual({ wrong: 'javascript:alert(1)' })
    expect(readPages(' \n ')).toEqual({ wrong: '–' })
  })
})
