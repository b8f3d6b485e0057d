import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ThreadView } from '../../server/contract/thread.ts'
import { drawWithSignals } from '../signals/render.ts'
import { keepFocus } from '../ui/keep-focus.ts'
import { createShowing, snapshotOf } from './shown.fixture.tsx'

/** Elements of one card, its list item included, that a page with many of them can afford. */
const NODES_PER_CARD = 28

const giulia = { id: 'p_giulia', name: 'Giulia', staff: true }
const anna = { id: 'p_anna', name: 'Anna R.', staff: false }

/** A card with everything a card can have. */
const fullest: ThreadView = {
  id: 't_1',
  seq: 1,
  kind: 'question',
  title: 'Can I pause my plan?',
  excerpt: 'I’m away for two months.',
  language: 'en',
  page: { key: 'https://acme.example/pricing', url: 'https://acme.example/pricing', title: null },
  author: { ...anna, staff: true },
  status: 'open',
  statusNote: null,
  answered: true,
  answer: { id: 'r_1', author: giulia, excerpt: 'Yes.', official: true, accepted: true, at: 2 },
  votes: 14,
  replies: 3,
  lastReply: { author: giulia, at: 2 },
  createdAt: 1,
  activityAt: 2,
  editedAt: 1,
  retitled: true,
  pinned: true,
  locked: false,
  labels: [],
  visibility: 'public',
  removal: null,
  can: ['reply', 'vote'],
}
const plain: ThreadView = {
  ...fullest,
  id: 't_2',
  kind: 'problem',
  title: 'Export never ends',
  status: 'progress',
  answer: null,
}

const { show, end } = createShowing()
const open = (threads: ThreadView[]) => show(snapshotOf(threads)).container
/** They come one after the other. */
const cards = (all: number) =>
  waitFor(() => {
    const found = screen.getAllByRole('article')
    expect(found).toHaveLength(all)
    return found
  })

beforeAll(() => {
  drawWithSignals()
  keepFocus()
})
afterEach(end)

describe('Home', () => {
  it('[Q9] says that nothing could be loaded, and where else it can be read', async () => {
    show(Response.json({ code: 'internal' }, { status: 500 }))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toBe('We couldn’t load the conversations')
    const link = await screen.findByRole('link', { name: 'Read them on their own page' })
    expect(link.getAttribute('href')).toBe('https://talk.acme.example/c/s_acme')
    screen.getByRole('button', { name: 'Try again' })
  })

  it('names itself and lists the threads under headings of their own', async () => {
    open([fullest, plain])
    const region = await screen.findByRole('region', { name: 'Talk with Acme' })
    expect(region.getAttribute('aria-labelledby')).toBe(screen.getByRole('heading', { level: 2 }).id)
    await cards(2)
    const titles = screen.getAllByRole('heading', { level: 3 }).map(heading => heading.textContent)
    expect(titles).toEqual(['Can I pause my plan?', 'Export never ends'])
  })

  it('comes step by step: its frame, where one writes, then a card, and two at a time', async () => {
    const container = open(Array.from({ length: 11 }, (_, at) => ({ ...plain, id: `t_${at}` })))
    const seen: (number | string)[] = []
    /** What was there when layout was asked for. */
    const laid: typeof seen = []
    const layout = vi.spyOn(document.body, 'offsetTop', 'get').mockImplementation(() => {
      const now = seen.at(-1) ?? ''
      if (now !== laid.at(-1)) laid.push(now)
      return 0
    })
    /** Of cards and of lines in their place, from the first on. */
    const rooms = new Set<number>()
    const watch = new MutationObserver(() => {
      const cards = container.querySelectorAll('ul.cards:not([hidden]) > li').length
      const now = cards || (container.querySelector('textarea') ? 'composer' : 'frame')
      if (now !== seen.at(-1)) seen.push(now)
      if (container.querySelector('ul.cards'))
        rooms.add(cards + container.querySelectorAll('.skeleton p').length)
    })
    watch.observe(container, { subtree: true, childList: true, attributes: true })
    await vi.waitFor(() => expect(laid.at(-1)).toBe(11))
    watch.disconnect()
    layout.mockRestore()
    // Less than before would let the page below come up, and go down again.
    expect([...rooms]).toEqual([3, 5, 7, 9, 11])
    expect(seen).toEqual(['frame', 'composer', 1, 3, 5, 7, 9, 11])
    // Each before the next one is drawn. A widget of the test before may ask once more.
    expect(laid).toEqual(expect.arrayContaining(seen.slice(1)))
  })

  it('opens a thread from its title only, by an address that can be shared', async () => {
    open([plain])
    const card = await screen.findByRole('article', { name: 'Export never ends' })
    expect(within(card).getAllByRole('link')).toHaveLength(1)
    expect(within(card).getByRole('link').getAttribute('href')).toBe('#parla-t_2')
    expect(within(card).getByRole('button', { name: 'Me too, 14 votes' })).toBeTruthy()
  })

  it('calls a status by the words of its kind', async () => {
    open([fullest, plain])
    const [question, problem] = await cards(2)
    expect(question?.textContent).toContain('Answered')
    expect(problem?.textContent).toContain('Being fixed')
  })

  it('draws a card of few elements', async () => {
    const container = open([fullest, plain])
    await cards(2)
    for (const item of container.querySelectorAll('.cards > li')) {
      expect(item.querySelectorAll('*').length + 1).toBeLessThanOrEqual(NODES_PER_CARD)
    }
  })

  it('brings the controls after the list, with one filter per kind and one pressed', async () => {
    open([fullest])
    const filters = within(await screen.findByRole('group', { name: 'Filter' })).getAllByRole('button')
    expect(filters.map(filter => filter.textContent)).toEqual([
      'All',
      'Questions 1',
      'Ideas 0',
      'Problems 0',
      'This page',
    ])
    expect(filters.filter(filter => filter.getAttribute('aria-pressed') === 'true')).toEqual([filters[0]])
    expect(screen.getByRole('combobox', { name: 'Sort' })).toBeTruthy()
  })

  it('asks for the first words where nobody has written, and begins with the kind that was chosen', async () => {
    open([])
    fireEvent.click(await screen.findByRole('button', { name: 'Suggest an idea' }))
    const field = screen.getByRole('textbox', { name: 'Your message' })
    expect(document.activeElement).toBe(field)
    const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: 'Idea' })
    expect(chosen.checked).toBe(true)
  })

  it('[U7] leads to the brand’s privacy policy and terms, where there are such', async () => {
    const { site } = snapshotOf([])
    const papers = { privacy: 'https://acme.example/privacy', terms: 'https://acme.example/terms' }
    const { container } = show(snapshotOf([plain], { site: { ...site, ...papers } }))
    const privacy = await screen.findByRole('link', { name: 'Privacy' })
    expect(privacy.closest('footer')?.textContent).toBe('Privacy · Powered by Parla')
    fireEvent.focus(screen.getByRole('textbox', { name: 'Your message' }))
    const field = screen.getByRole('textbox', { name: 'Your message' })
    fireEvent.click(field)
    fireEvent.input(field, { target: { value: 'Does it fold?' } })
    fireEvent.click(await screen.findByRole('button', { name: 'Post' }))
    const terms = await screen.findByRole('link', { name: 'terms' })
    expect(terms.parentElement?.textContent).toBe('By posting you accept our terms')
    expect(terms.closest('fieldset')).toBe(container.querySelector('.who'))
    const asIs = [privacy, terms].map(link => ['href', 'target', 'rel'].map(name => link.getAttribute(name)))
    expect(asIs).toEqual([
      [papers.privacy, '_blank', 'noopener'],
      [papers.terms, '_blank', 'noopener'],
    ])
  })

  it('[U7] speaks of neither where there is none', async () => {
    const { container } = show(snapshotOf([plain]))
    await screen.findByRole('article')
    expect(container.querySelector('footer')?.textContent).toBe('Powered by Parla')
    expect(screen.queryByRole('link', { name: 'Privacy' })).toBeNull()
  })

  it('raises the alarm with words alone, no button among them', async () => {
    show({ code: 'internal' } as unknown as ReturnType<typeof snapshotOf>)
    expect((await screen.findByRole('alert')).textContent).toBe('We couldn’t load the conversations')
    expect(within(screen.getByRole('alert')).queryByRole('button')).toBeNull()
  })

  it('[A6] keeps the focus near when what was pressed goes', async () => {
    show({ code: 'internal' } as unknown as ReturnType<typeof snapshotOf>)
    const again = await screen.findByRole('button', { name: 'Try again' })
    vi.stubGlobal('fetch', async () => Response.json(snapshotOf([fullest])))
    again.focus()
    fireEvent.click(again)
    await waitFor(() => expect(again.isConnected).toBe(false))
    await waitFor(() => expect(document.activeElement?.id).toBe('parla'))
    vi.unstubAllGlobals()
  })

  it('suggests a kind while one writes, until one is chosen', async () => {
    open([fullest])
    const field = await screen.findByRole('textbox', { name: 'Your message' })
    fireEvent.focus(field)
    fireEvent.input(field, { target: { value: 'The export does not work' } })
    const problem = await screen.findByRole<HTMLInputElement>('radio', { name: 'Problem Suggested' })
    expect(problem.checked).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: 'Question' }))
    expect(await screen.findByRole('radio', { name: 'Problem' })).toBeTruthy()
    fireEvent.input(field, { target: { value: 'The export does not work. It is broken' } })
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Question' }).checked).toBe(true)
  })

  it('asks for a name at the first post only, and says what is missing', async () => {
    open([fullest])
    const field = await screen.findByRole('textbox', { name: 'Your message' })
    fireEvent.focus(field)
    fireEvent.click(await screen.findByRole('button', { name: 'Post' }))
    const wrong = await screen.findByText('Write a message')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    const [about, error] = (field.getAttribute('aria-describedby') ?? '').split(' ')
    expect(document.getElementById(about ?? '')?.textContent).toContain('Everyone can read this')
    expect(document.getElementById(error ?? '')).toBe(wrong)
    expect(document.activeElement).toBe(field)
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull()
    fireEvent.input(field, { target: { value: 'Can I?' } })
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('false'))
    expect(field.getAttribute('aria-describedby')).toBe(about)
    fireEvent.click(screen.getByRole('button', { name: 'Post' }))
    const name = await screen.findByRole('textbox', { name: 'Name' })
    fireEvent.click(screen.getByRole('button', { name: 'Post' }))
    expect(await screen.findByText('Enter a name or nickname')).toBeTruthy()
    expect(name.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(name)
  })
})
