import { expect, it } from 'vitest'
import { parsePermalink } from './permalink.ts'

it('reads the thread and the reply out of an address', () => {
  expect(parsePermalink('#parla-t_Vb3k9QxN2mLw8RtZ')).toEqual({ thread: 't_Vb3k9QxN2mLw8RtZ', reply: null })
  expect(parsePermalink('#parla-t_Vb3-_9Qx-r_Jc5-p0_Y')).toEqual({
    thread: 't_Vb3-_9Qx',
    reply: 'r_Jc5-p0_Y',
  })
})

it('knows a link of the team, who wants to sign in there', () => {
  expect(parsePermalink('#parla-t_Vb3-_9Qx-team')).toEqual({ thread: 't_Vb3-_9Qx', reply: 'team' })
})

it.each(['', '#', '#section', '#parla-', '#parla-x_1', '#parla-t_1/..', '#parla-t_'])('ignores %s', hash => {
  expect(parsePermalink(hash)).toBeNull()
})
