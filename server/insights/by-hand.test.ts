import { expect, it } from 'vitest'
import type { Insights } from '../contract/insights.ts'
import type { Kind } from '../contract/site.ts'
import { onBoth } from '../testing/on-both.ts'
import type { TestClient } from '../testing/test-client.ts'

const MINUTE = 60_000
const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

onBoth('insights by hand', app => {
  it('[I1] are what one counts on paper from two days of a site', async () => {
    const site = await app().addSite()
    const [anna, tom, eva] = [
      await app().visitor('Anna', site),
      await app().visitor('Tom', site),
      await app().visitor('Eva', site),
    ]
    const giulia = await app().staff('Giulia', 'agent', site)
    const midnight = app().clock.now()
    let minute = 0
    /** At this minute after midnight. */
    const at = async <T>(when: number, act: () => Promise<T>): Promise<T> => {
      app().clock.pass((when - minute) * MINUTE)
      minute = when
      return act()
    }
    const post = (when: number, who: TestClient, kind: Kind, body: string) =>
      at(when, async () => (await who.run('thread.post', { page: PAGE, kind, body })).id)
    const reply = (when: number, who: TestClient, thread: string) =>
      at(when, async () => (await who.run('reply.post', { thread, body: 'A word' })).id)

    const soon = await post(0, anna, 'question', 'Answered after ten minutes')
    await reply(10, giulia, soon)
    const noted = await post(20, tom, 'question', 'A note is no answer')
    await at(25, () => giulia.run('note.add', { thread: noted, body: 'I ask Marco' }))
    await reply(50, giulia, noted)
    const idea = await post(60, anna, 'idea', 'Decided after an hour, shipped on the second day')
    for (const who of [tom, eva]) await at(70, () => who.run('vote.set', { id: idea, on: true }))
    await at(120, () => giulia.run('thread.status', { thread: idea, status: 'review' }))
    const problem = await post(130, tom, 'problem', 'Answered after two hours')
    await reply(250, giulia, problem)
    const late = await post(260, anna, 'question', 'Answered after twenty-five hours')
    await post(270, anna, 'praise', 'Praise waits for no answer, but for a word')
    await post(280, giulia, 'question', 'Of the team')
    const spam = await post(290, tom, 'question', 'Cheap watches')
    await at(291, () => giulia.run('message.spam', { id: spam }))
    const among = await post(300, anna, 'question', 'Answered by Tom')
    const answer = await reply(310, tom, among)
    await at(320, () => anna.run('answer.accept', { reply: answer, on: true }))
    const deleted = await post(330, eva, 'question', 'Thought better of')
    await at(331, () => eva.run('message.delete', { id: deleted }))
    await post(340, tom, 'question', 'Never answered')
    // The second day.
    await reply(260 + 25 * 60, giulia, late)
    await at(1_800, () => anna.run('vote.set', { id: problem, on: true }))
    await at(1_810, () => eva.run('vote.set', { id: idea, on: false }))
    const shipped = { status: 'shipped', reason: 'Here it is', link: 'https://lume.example/new' } as const
    await at(1_900, () => giulia.run('thread.status', { thread: idea, ...shipped }))

    const seen = await at(2_000, () => giulia.get<Insights>('insights?days=7&office=0'))
    const none = { n: 0, median: null, p90: null }
    expect(seen.targetMinutes).toBe(24 * 60)
    // 10, 30, 120, 1,500 and 1,840 minutes: the third and the fifth of them.
    expect(seen.now.firstReply).toEqual({
      ...{ n: 5, median: 120 * MINUTE, p90: 1_840 * MINUTE },
      ...{ waiting: 1, oldestWaiting: midnight + 340 * MINUTE },
    })
    // Three in time, two after more than a day, one among customers, one never.
    expect(seen.now.answers).toEqual({ all: 7, withinTarget: 3, later: 2, byCustomers: 1, none: 1 })
    expect(seen.now.accepted).toEqual({ all: 1, byCustomers: 1 })
    expect(seen.now.loop).toEqual({
      decided: { n: 1, median: 60 * MINUTE },
      shipped: { n: 1, median: 1_840 * MINUTE },
    })
    // Anna came back on the second day; Eva did no more than take her vote away.
    expect(seen.now.people).toEqual({ all: 3, returning: 1 })
    expect(seen.now.threads).toBe(8)
    expect(seen.steps.slice(-2)).toEqual([
      {
        day: '2026-11-23',
        firstReply: { n: 5, median: 120 * MINUTE, p90: 1_840 * MINUTE },
        volume: { question: 5, idea: 1, problem: 1, praise: 1 },
      },
      { day: '2026-11-24', firstReply: none, volume: { question: 0, idea: 0, problem: 0, praise: 0 } },
    ])
    expect(seen.open).toEqual({
      ...{ all: 1, under4h: 0, under24h: 0, under3d: 1, older: 0 },
      oldest: midnight + 340 * MINUTE,
    })
    // The praise, the one among customers and the one never answered.
    expect(seen.waiting).toEqual({ all: 3, oldest: midnight + 270 * MINUTE })
    expect(seen.ideas).toMatchObject([{ id: idea, status: 'shipped', votes: 2, fresh: 2 }])
    expect(seen.before).toMatchObject({ threads: 0, firstReply: none, people: { all: 0 } })
  })
})
