import { describe, expect, it } from 'vitest'
import { readAddress, step, writeAddress } from './address.ts'

const read = (address: string) => readAddress(new URL(address, 'https://talk.lume.example'))

describe('an address of the admin view', () => {
  it.each([
    '/admin/s/s_lume',
    '/admin/s/s_lume?view=all',
    '/admin/s/s_lume/t/t_Vb3k9QxN2mLw8RtZ',
    '/admin/s/s_lume/t/t_Vb3k9QxN2mLw8RtZ?view=all',
    '/admin/s/s_lume/settings',
    '/admin/s/s_lume/settings/team',
    '/admin/s/s_lume/insights?days=7&kind=idea',
  ])('%s says where one is, both ways', address => {
    expect(writeAddress(read(address))).toBe(address)
  })

  it('leads to the front door when it is none of ours', () => {
    for (const address of ['/admin', '/admin/x', '/admin/s/', '/admin/s/a/t/b/c', '/admin/s/a/settings/b/c'])
      expect(read(address)).toMatchObject({ site: null, room: 'inbox', thread: null, view: 'unanswered' })
  })

  it('shows what nobody answered unless it asks for all', () => {
    expect(read('/admin/s/s_lume?view=nonsense').view).toBe('unanswered')
  })

  it('leaves behind what belongs to another room', () => {
    const go = (from: string, to: Parameters<typeof step>[1]) => writeAddress(step(read(from), to))
    expect(go('/admin/s/a/t/t_1?view=all', { room: 'settings', part: 'team' })).toBe(
      '/admin/s/a/settings/team',
    )
    expect(go('/admin/s/a/insights?days=7', { part: 'votes' })).toBe('/admin/s/a/insights/votes?days=7')
    expect(go('/admin/s/a/insights?days=7', { room: 'settings' })).toBe('/admin/s/a/settings')
    expect(go('/admin/s/a/settings/team', { thread: 't_1' })).toBe('/admin/s/a/t/t_1')
    expect(go('/admin/s/a/t/t_1', { view: 'all' })).toBe('/admin/s/a/t/t_1?view=all')
  })
})
