import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { ReplyView } from '../../server/contract/reply.ts'
import type { WidgetConfig } from '../config.ts'
import { createConversation } from '../model/conversation.ts'
import type { ReplyItem } from '../model/types.ts'
import { drawWithSignals, Give } from '../signals/render.ts'
import { signal } from '../signals/signal.ts'
import { createWidget } from './create-widget.ts'
import { ReplyRow } from './reply-row.tsx'

/** Elements of one reply, its list item included, that a thread with many of them can afford. */
const NODES_PER_REPLY = 22

const config: WidgetConfig = {
  site: 's_acme',
  origin: 'https://talk.acme.example',
  mode: 'inline',
  scope: 'site',
  page: { key: 'https://acme.example/', url: 'https://acme.example/' },
  locale: 'en',
  theme: 'auto',
  headingLevel: 2,
}
const giulia = { id: 'p_giulia', name: 'Giulia', staff: true }
const tom = { id: 'p_tom', name: 'Tom', staff: false }

const reply: ReplyView = {
  id: 'r_2',
  seq: 2,
  thread: 't_1',
  position: 2,
  author: giulia,
  body: [{ t: 'p', c: ['Yes, it does.'] }],
  to: { id: 'r_1', author: tom, quote: 'Does it keep my discount?' },
  note: false,
  status: null,
  official: false,
  accepted: false,
  votes: 2,
  createdAt: 1,
  editedAt: null,
  visibility: 'public',
  removal: null,
  can: ['vote'],
}

const itemOf = (row: ReplyView): ReplyItem => ({
  key: row.id,
  id: signal(row.id),
  row: signal(row),
  own: signal({
    voted: false,
    author: false,
    source: null,
    following: false,
    reported: false,
    mentioned: false,
    seen: null,
  }),
  can: signal(row.can),
  delivery: signal(null),
})

const conversation = createConversation(config, new Promise(() => {}))
const draw = (row: ReplyView, pinned = false) => {
  const widget = createWidget({ conversation, config, adopt: () => {}, root: () => document })
  return render(
    <Give all={{ widget }}>
      <li>
        <ReplyRow item={itemOf(row)} asker="p_tom" kind="question" pinned={pinned} onReply={() => {}} />
      </li>
    </Give>,
  ).container
}

beforeAll(() => drawWithSignals())
afterEach(cleanup)

it('draws a reply of few elements', () => {
  expect(draw(reply).querySelectorAll('*').length).toBeLessThanOrEqual(NODES_PER_REPLY)
})

it('leads to the reply it answers', () => {
  draw(reply)
  expect(
    screen.getByRole('button', { name: 'In reply to Tom: “\u2068Does it keep my discount?\u2069”' }),
  ).toBeTruthy()
})

it('says that somebody is of the team where the name itself cannot', () => {
  draw({ ...reply, author: { ...tom, name: 'Acme team ✓' } })
  expect(screen.queryByTitle(/^Verified/)).toBeNull()
  cleanup()
  draw(reply)
  expect(screen.getByTitle(/^Verified: Giulia/)).toBeTruthy()
})

it('[P18] says who is a visitor where the name itself could mislead', () => {
  const row = draw({ ...reply, author: { ...tom, name: 'Giulia', label: 'visitor' } })
  expect([...row.querySelectorAll('.by small')].map(label => label.textContent)).toEqual([
    'Visitor',
    'Author',
  ])
  expect(screen.queryByTitle(/^Verified/)).toBeNull()
})

it('[U8] says what language its words are in', () => {
  expect(
    draw({ ...reply, language: 'it' })
      .querySelector('.text')
      ?.getAttribute('lang'),
  ).toBe('it')
  cleanup()
  expect(draw(reply).querySelector('.text')?.hasAttribute('lang')).toBe(false)
})

it('tells of a status change in one line, with its reason', () => {
  const text = draw({ ...reply, status: 'planned', to: null }).textContent
  expect(text).toContain('Giulia changed the status to Planned')
  expect(text).toContain('Yes, it does.')
  expect(screen.queryByRole('button')).toBeNull()
})

it('shows an answer that stands above only by reference', () => {
  const text = draw({ ...reply, official: true }, true).textContent
  expect(text).toContain('The official answer, shown above')
  expect(text).not.toContain('Yes, it does.')
})

it('lets whoever asked say what answers it, and nobody else', async () => {
  draw(reply)
  draw({ ...reply, can: ['vote', 'accept'] })
  expect(await screen.findAllByRole('button', { name: 'This answers it' })).toHaveLength(1)
})
