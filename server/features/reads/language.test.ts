import { expect, it } from 'vitest'
import type { CommandInput } from '../../contract/commands.ts'
import type { SimilarThreads, Snapshot, ThreadDetail } from '../../contract/reads.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const ITALIAN = 'Posso mettere in pausa il mio piano? Sono via per due mesi.'

onBoth('[U8] the language of a message', app => {
  const scene = async () => {
    const site = await app().addSite()
    return { anna: await app().visitor('Anna', site), giulia: await app().staff('Giulia', 'agent', site) }
  }
  const post = async (who: TestClient, body: string, language?: string) =>
    (await who.run('thread.post', { page: PAGE, kind: 'question', body, ...(language && { language }) })).id
  const reply = (who: TestClient, input: CommandInput<'reply.post'>) => who.run('reply.post', input)
  const languages = async (who: TestClient, id: string) => {
    const { thread, replies } = await who.get<ThreadDetail>(`threads/${id}`)
    return [thread.language, ...replies.map(one => one.language)]
  }

  it('is its own, whatever its author’s screen speaks', async () => {
    const { anna, giulia } = await scene()
    const thread = await post(anna, ITALIAN, 'en')
    await reply(anna, { thread, body: 'وماذا عن الخصم؟', language: 'it' })
    await reply(giulia, { thread, body: 'Where can I find the invoices of last year?', language: 'it' })
    expect(await languages(anna, thread)).toEqual(['it', 'ar', 'en'])
  })

  it('is that of the screen where it says too little, and for the team that of the thread', async () => {
    const { anna, giulia } = await scene()
    const thread = await post(anna, ITALIAN, 'it')
    await reply(anna, { thread, body: 'Ok', language: 'de' })
    await reply(giulia, { thread, body: 'Ok', language: 'de' })
    await reply(anna, { thread, body: 'Ok' })
    expect(await languages(anna, thread)).toEqual(['it', 'de', 'it', 'it'])
  })

  it('is left open where nothing tells, and read anew when it is rewritten', async () => {
    const { anna } = await scene()
    const thread = await post(anna, 'Dark mode')
    const { id } = await reply(anna, { thread, body: 'Ok' })
    expect(await languages(anna, thread)).toEqual([null, undefined])
    await anna.run('message.edit', { id: thread, body: ITALIAN })
    await anna.run('message.edit', { id, body: 'これ見て' })
    expect(await languages(anna, thread)).toEqual(['it', 'ja'])
  })

  it('goes with the answer that a card shows, and with nothing that was taken back', async () => {
    const { anna, giulia } = await scene()
    const thread = await post(anna, ITALIAN, 'en')
    const { id } = await reply(giulia, { thread, body: 'Certo, è nelle impostazioni del tuo piano.' })
    expect((await anna.get<Snapshot>('snapshot')).threads[0]?.answer?.language).toBe('it')
    await giulia.run('message.hide', { id, reason: 'Wrong' })
    expect(await languages(anna, thread)).toEqual(['it', undefined])
  })

  it('finds what is similar, asked in no language', async () => {
    const { anna } = await scene()
    await post(anna, 'Vorrei sapere come si cambiano le lampadine della mia lampada', 'en')
    const { threads } = await anna.get<SimilarThreads>(
      `similar?${new URLSearchParams({ q: 'come posso cambiare la lampadina della mia lampada', language: 'en' })}`,
    )
    expect(threads).toHaveLength(1)
  })
})
