import { screen } from '@testing-library/preact'
import { afterEach, beforeAll, expect, it } from 'vitest'
import type { PersonRef } from '../../server/contract/person.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import { threadRow } from '../model/rows.fixture.ts'
import { drawWithSignals } from '../signals/render.ts'
import { brandMark } from '../ui/brand-mark.ts'
import { createShowing, snapshotOf } from '../visitor/shown.fixture.tsx'

const giulia: PersonRef = { id: 'p_giulia', name: 'Giulia', staff: true }
const namesake: PersonRef = { id: 'p_namesake', name: 'Giulia', staff: false, label: 'visitor' }

const { show, end } = createShowing()
beforeAll(() => drawWithSignals())
afterEach(end)

const card = async (changed: Partial<ThreadView>) => {
  show(snapshotOf([threadRow('t_1', 1, { title: 'Posso?', ...changed })]))
  return screen.findByRole('article', { name: 'Posso?' })
}
const textsOf = (where: Element, selector: string) =>
  [...where.querySelectorAll(selector)].map(element => element.textContent)

it('[P18] says beside the name who is a visitor, on a card and of its newest reply', async () => {
  const one = await card({ author: namesake, replies: 1, lastReply: { author: namesake, at: 1 } })
  expect(textsOf(one, '.meta .name + small, .foot .name + small')).toEqual(['Visitor', 'Visitor'])
  expect(textsOf(one, '.badge')).toEqual([])
})

it('[P18] says it of nobody else', async () => {
  const one = await card({
    author: { ...namesake, label: undefined },
    replies: 1,
    lastReply: { author: giulia, at: 1 },
  })
  expect(textsOf(one, 'small')).toEqual([])
  expect(textsOf(one, '.foot .badge')).toEqual(['Acme team'])
})

it('[U8] marks what is written in a language as such, and leaves open what is not known', async () => {
  const answer = { id: 'r_1', author: giulia, excerpt: 'Sì.', official: true, accepted: false, at: 1 }
  const one = await card({ language: 'it', excerpt: 'Sono via.', answer: { ...answer, language: 'it' } })
  const spoken = [...one.querySelectorAll<HTMLElement>('[lang]')].map(element => [
    element.textContent,
    element.lang,
  ])
  expect(spoken).toEqual([
    ['Posso?', 'it'],
    ['Sono via.', 'it'],
    ['Sì.', 'it'],
  ])
  end()
  expect((await card({ language: null, answer })).querySelectorAll('[lang]')).toHaveLength(0)
})

it('[P19] takes the brand’s first letter for its mark, whatever that is', () => {
  expect(['Acme', '"Q"', '\\o/', '🦊 Fox'].map(brandMark)).toEqual(['"A"', '"\\""', '"\\\\"', '"🦊"'])
})
