import { render } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import type { Tree } from '../../server/contract/text.ts'
import { TextTree } from './text-tree.tsx'

const drawn = (tree: Tree) => render(<TextTree tree={tree} />).container.firstElementChild as Element

describe('TextTree', () => {
  it('draws every kind of node as its element', () => {
    const text = drawn([
      {
        t: 'p',
        c: [
          'Open ',
          { t: 'code', text: 'Plan' },
          { t: 'br' },
          { t: 'em', c: ['or ', { t: 'strong', c: ['ask'] }] },
        ],
      },
      { t: 'list', ordered: true, items: [[{ t: 'p', c: ['one'] }], [{ t: 'p', c: ['two'] }]] },
      { t: 'list', ordered: false, items: [[{ t: 'p', c: ['dot'] }]] },
      { t: 'quote', c: [{ t: 'p', c: ['said'] }] },
      { t: 'pre', text: 'a\n  b' },
    ])
    const names = [...text.querySelectorAll('*')].map(element => element.localName)
    expect(names.join(' ')).toBe('p code br em strong ol li p li p ul li p blockquote p pre')
    expect(text.querySelector('pre')?.textContent).toBe('a\n  b')
  })

  it('keeps what looks like markup as text', () => {
    const text = drawn([{ t: 'p', c: ['<img src=x onerror=alert(1)> & <b>'] }])
    expect(text.querySelectorAll('*')).toHaveLength(1)
    expect(text.textContent).toBe('<img src=x onerror=alert(1)> & <b>')
  })

  it('opens links elsewhere and lends them no reputation', () => {
    const link = drawn([
      { t: 'p', c: [{ t: 'link', href: 'https://acme.example/', c: ['there'] }] },
    ]).querySelector('a')
    expect(link?.rel).toBe('nofollow ugc noopener')
    expect(link?.target).toBe('_blank')
  })

  it('draws the words of a link without the link when its address is of no known scheme', () => {
    const text = drawn([{ t: 'p', c: [{ t: 'link', href: 'javascript:alert(1)', c: ['there'] }] }])
    expect(text.querySelector('a')).toBeNull()
    expect(text.textContent).toBe('there')
  })

  it('leaves out nodes it does not know', () => {
    const newer = [
      { t: 'p', c: ['a', { t: 'spark', c: ['b'] }] },
      { t: 'table', c: [] },
    ] as unknown as Tree
    expect(drawn(newer).textContent).toBe('a')
  })

  it('lets every paragraph find its own direction', () => {
    const text = drawn([
      { t: 'p', c: ['مرحبا'] },
      { t: 'pre', text: 'x' },
    ])
    expect(text.querySelector('p')?.dir).toBe('auto')
    expect(text.querySelector('pre')?.dir).toBe('ltr')
  })
})
