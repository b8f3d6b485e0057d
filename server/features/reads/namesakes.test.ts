import { expect, it } from 'vitest'
import type { Inbox } from '../../contract/inbox.ts'
import type { PersonRef } from '../../contract/person.ts'
import type { Queue } from '../../contract/queue.ts'
import type { History, Snapshot, ThreadDetail, ThreadPeople } from '../../contract/reads.ts'
import type { ThreadView } from '../../contract/thread.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const HOUR = 60 * 60 * 1000

onBoth('[P18] a visitor who is called like the team', app => {
  const labels = (...people: (PersonRef | undefined)[]) => people.map(person => person?.label)
  const begin = (who: TestClient) =>
    who.run('thread.post', { page: PAGE, kind: 'question', body: 'How do I pause? Thanks.' })
  const headOf = ({ changes }: Awaited<ReturnType<typeof begin>>) =>
    changes.find(change => change.entity === 'thread' && change.op === 'put')?.row as ThreadView

  const scene = async () => {
    const site = await app().addSite()
    const giulia = await app().staff('Giulia Bianchi', 'agent', site)
    const names = ['Giulia', 'Tom', 'Anna from Lume'] as const
    const [namesake, tom, fan] = (await Promise.all(names.map(name => app().visitor(name, site)))) as [
      TestClient,
      TestClient,
      TestClient,
    ]
    return { site, giulia, namesake, tom, fan }
  }

  it('is called a visitor wherever they are shown, to everybody, and nobody else is', async () => {
    const { giulia, namesake, tom, fan } = await scene()
    const { id } = await begin(namesake)
    const said = await giulia.run('reply.post', { thread: id, body: 'In the settings.' })
    await tom.run('reply.post', { thread: id, body: 'Found it.', to: said.id })
    const last = await fan.run('reply.post', { thread: id, body: 'So did I.' })
    await tom.run('reply.post', { thread: id, body: 'You did?', to: last.id })
    await fan.run('reply.post', { thread: id, body: 'Yes.' })
    await namesake.run('answer.accept', { reply: last.id, on: true })

    const [card] = (await tom.get<Snapshot>('snapshot')).threads
    expect(labels(card?.author, card?.lastReply?.author, card?.answer?.author)).toEqual(
      Array(3).fill('visitor'),
    )
    const { thread, replies } = await tom.get<ThreadDetail>(`threads/${id}`)
    expect(thread.author.label).toBe('visitor')
    expect(labels(...replies.map(reply => reply.author))).toEqual(
      [giulia, tom, fan, tom, fan].map(who => (who === fan ? 'visitor' : undefined)),
    )
    expect(labels(...replies.flatMap(reply => reply.to?.author ?? []))).toEqual([undefined, 'visitor'])
    const { people } = await tom.get<ThreadPeople>(`threads/${id}/people`)
    expect(Object.fromEntries(people.map(({ name, label }) => [name, label]))).toEqual({
      ...{ Giulia: 'visitor', Tom: undefined, 'Anna from Lume': 'visitor', 'Giulia Bianchi': undefined },
    })
    expect((await giulia.get<Inbox>('inbox?view=all')).threads[0]?.author.label).toBe('visitor')
  })

  it('is called so to moderators, and beside what they have rewritten', async () => {
    const { giulia, namesake } = await scene()
    const { id } = await begin(namesake)
    app().clock.pass(HOUR)
    await namesake.run('message.edit', { id, body: 'How do I pause it?' })
    const { revisions } = await namesake.get<History>(`messages/${id}/history`)
    expect(revisions[0]?.by.label).toBe('visitor')
    await giulia.run('message.hold', { id })
    const { entries } = await giulia.get<Queue>('queue')
    expect(entries[0]?.author.person.label).toBe('visitor')
  })

  it('is called so on what they wrote before a colleague of that name joined', async () => {
    const { site, tom } = await scene()
    expect(headOf(await begin(tom)).author.label).toBeUndefined()
    await app().staff('Tom Verdi', 'agent', site)
    expect(headOf(await begin(tom)).author.label).toBe('visitor')
  })

  it('is called so as long as there are words of whoever left the team', async () => {
    const { site, giulia, namesake } = await scene()
    const owner = await app().staff('Otto', 'owner', site)
    await owner.run('member.remove', { person: giulia.personId as string })
    expect(headOf(await begin(namesake)).author.label).toBe('visitor')
  })

  it('is called so from the day on which the brand takes their name', async () => {
    const { site } = await scene()
    const [owner, anna] = [await app().staff('Otto', 'owner', site), await app().visitor('Anna Verdi', site)]
    expect(headOf(await begin(anna)).author.label).toBeUndefined()
    await owner.run('site.configure', { brand: 'Verdi & Figli' })
    expect(headOf(await begin(anna)).author.label).toBe('visitor')
  })
})
