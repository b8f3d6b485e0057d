import { expect, test } from 'vitest'
import { noscriptFor, snippetFor, WAYS } from './snippet.ts'

const WHAT = { server: 'https://talk.acme.example', site: 's_1', look: {}, worded: false }

test('[Q9] readers without scripts get a link of their own, whatever the brand is called', () => {
  expect(noscriptFor(WHAT, 'Conversations with Acme')).toBe(
    '<noscript><a href="https://talk.acme.example/c/s_1">Conversations with Acme</a></noscript>',
  )
  expect(noscriptFor(WHAT, 'A&B </a><script>hit()</script>')).toBe(
    '<noscript><a href="https://talk.acme.example/c/s_1">A&amp;B &lt;/a&gt;&lt;script&gt;hit()&lt;/script&gt;</a></noscript>',
  )
})

test.each(WAYS)('[Q9] which is no part of the tag, by %s', way => {
  expect(snippetFor(way, WHAT)).not.toContain('noscript')
})
