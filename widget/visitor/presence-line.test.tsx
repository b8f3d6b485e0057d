import { act, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Presence } from '../../server/contract/presence.ts'
import type { Conversation } from '../model/types.ts'
import { drawWithSignals } from '../signals/render.ts'
import type { Signal } from '../signals/signal.ts'
import { createShowing, snapshotOf } from './shown.fixture.tsx'

const HOUR = 60 * 60_000
const empty = snapshotOf([])
const snapshot = { ...empty, site: { ...empty.site, team: ['Giulia', 'Marco'] } }
const { show, end } = createShowing()
let conversation: Conversation

const see = async (presence: Presence) => {
  const { container, ...shown } = show(snapshot)
  conversation = shown.conversation
  await screen.findByText('Giulia and Marco read every message')
  await act(() => {
    ;(conversation.presence as Signal<Presence>).value = presence
  })
  const lines = () => [...container.querySelectorAll('.presence > *')].map(line => line.textContent)
  // What needs the time comes when the first paint is over.
  const expected = presence.replyMinutes === null && presence.backAt === null ? 1 : 2
  await waitFor(() => expect(lines()).toHaveLength(expected))
  return lines()
}

beforeAll(async () => {
  drawWithSignals()
  // There is no server: three seconds from the first drawing on, the line would tell of that.
  await Promise.all([import('./later.ts'), import('./expect.tsx')])
})
afterEach(end)

describe('the presence line', () => {
  it.each([
    [15, 'Usually replies within 15 minutes'],
    [0, 'Usually replies within a few minutes'],
    [120, 'Usually replies within 2 hours'],
    [2880, 'Usually replies within 2 days'],
  ])('[U1] tells the reply time as it was measured: %i minutes', async (replyMinutes, said) => {
    const lines = await see({ names: ['Giulia'], count: 1, replyMinutes, backAt: null })
    expect(lines).toEqual(['Giulia is online', said])
  })

  it('[U1] claims no reply time where none was measured', async () => {
    const lines = await see({ names: [], count: 0, replyMinutes: null, backAt: null })
    expect(lines).toEqual(['Giulia and Marco read every message'])
  })

  it('[U1] tells outside office hours when the team is back, and not once that has passed', async () => {
    const back = await see({ names: [], count: 0, replyMinutes: 15, backAt: Date.now() + 20 * HOUR })
    expect(back[1]).toMatch(/^We’re back (today|tomorrow) at \d/)
    await act(() => {
      const presence = conversation.presence as Signal<Presence>
      presence.value = { ...presence.peek(), backAt: Date.now() - HOUR }
    })
    expect(await screen.findByText('Usually replies within 15 minutes')).toBeTruthy()
  })

  it('[U1] trusts what it sees: whoever is online out of hours is not said to be away', async () => {
    const lines = await see({ names: ['Marco'], count: 1, replyMinutes: 0, backAt: Date.now() + HOUR })
    expect(lines).toEqual(['Marco is online', 'Usually replies within a few minutes'])
  })
})
