// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ThreadView } from '../../../server/contract/thread.ts'
import { threadRow } from '../../model/rows.fixture.ts'
import type { Call } from './inverse.ts'
import { call, inverseOf } from './inverse.ts'

const back = (done: Call, before: Partial<ThreadView> = {}) => inverseOf(done, threadRow('t_1', 1, before))
const by = { id: 'p_giulia', name: 'Giulia', staff: true }

describe('the way back', () => {
  it('[D11] from a status is the one before, with what was said of it', () => {
    const decline = call('thread.status', { thread: 't_1', status: 'declined', reason: 'Too dear' })
    const note = (reason: string | null, link: string | null) => ({ reason, link, by, at: 1 })
    expect(back(decline, { kind: 'idea', status: 'planned', statusNote: note('In spring', null) })).toEqual(
      call('thread.status', { thread: 't_1', status: 'planned', reason: 'In spring' }),
    )
    const link = 'https://lume.example/timer'
    expect(back(decline, { kind: 'idea', status: 'shipped', statusNote: note(null, link) })).toEqual(
      call('thread.status', { thread: 't_1', status: 'shipped', link }),
    )
    expect(back(decline)).toEqual(call('thread.status', { thread: 't_1', status: 'open' }))
  })

  it('from letting stand what was reported is that its reports wait again', () => {
    const reports = { count: 2, reasons: ['spam'], words: [] }
    const staff = { ...{ assignee: null, done: false, notes: 0, waitingSince: null }, reports }
    expect(back(call('message.show', { id: 't_1' }), { staff } as never)).toEqual(
      call('message.show', { id: 't_1', reported: true }),
    )
  })

  it('from hiding what waited, or calling it spam, is to let it wait again', () => {
    const away = [call('message.hide', { id: 't_1', reason: 'Rude' }), call('message.spam', { id: 't_1' })]
    for (const done of away) {
      expect(back(done, { visibility: 'held' })).toEqual(call('message.hold', { id: 't_1' }))
      expect(back(done)).toEqual(call('message.show', { id: 't_1' }))
    }
  })
})
