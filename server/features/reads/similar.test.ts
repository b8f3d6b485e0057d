import { expect, it } from 'vitest'
import type { SimilarThreads } from '../../contract/reads.ts'
import type { SiteRow } from '../../store/rows.ts'
import { onBoth } from '../../testing/on-both.ts'
import type { TestClient } from '../../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }

/** Two of each language that say the same in other words, among many that do not. */
const CONVERSATIONS: [language: string, body: string][] = [
  ['en', 'Can I pause my subscription? I am away for two months.'],
  ['en', 'Dark mode for invoices. I read them at night on my phone.'],
  ['en', 'Do you ship to Switzerland? I could not find it anywhere.'],
  ['en', 'The Wi-Fi bulb drops off after an update'],
  ['en', 'Thank you for the lamp, my daughter loves it'],
  ['it', 'Posso cambiare la lampadina da sola? È avvitata molto stretta.'],
  ['it', 'Sarebbe bello avere notifiche quando la batteria è scarica'],
  ['it', 'Il pacco è arrivato rotto e nessuno risponde al telefono'],
  ['de', 'Die Stehlampe flackert, wenn ich sie dimme. Woran liegt das?'],
  ['de', 'Größere Lampenschirme wären schön'],
  ['ja', '電球は自分で交換できますか？サポートに聞きました。'],
  ['ja', 'アプリに接続できません。助けてください。'],
]
const FOUND: [language: string, text: string, title: string][] = [
  ['en', 'how to pause subscriptions while I travel', 'Can I pause my subscription'],
  ['en', 'could invoices have a dark mode? I read', 'Dark mode for invoices'],
  ['en', 'wi-fi bulb is dropping off since the last upd', 'The Wi-Fi bulb drops off'],
  ['it', 'come si cambiano le lampadine da soli', 'Posso cambiare la lampadina'],
  ['it', 'vorrei una notifica per la batteria quasi scarica', 'Sarebbe bello avere notifiche'],
  ['de', 'Meine Stehlampe flackert beim Dimmen', 'Die Stehlampe flackert'],
  ['de', 'gibt es groessere oder größere Lampenschirme?', 'Größere Lampenschirme'],
  ['ja', '電球の交換は自分でできますか', '電球は自分で交換できますか'],
  ['ja', 'アプリに接続できない', 'アプリに接続できません'],
]
const UNLIKE = [
  'Where is your office?',
  'Do you have a student discount',
  'Is there an app for the phone',
  'Quanto costa la garanzia',
  'Ich suche eine Rechnung',
  '返品したい',
]
const ODD = ["'", '"', '*', '-', '—', '😀', 'a" OR b', '%', '_', ':*', '&|!', 'NEAR(', '{title} :', '가나']

onBoth('[R7] similar threads', app => {
  const similar = async (client: TestClient, q: string, language = 'en') =>
    (await client.get<SimilarThreads>(`similar?${new URLSearchParams({ q, language })}`)).threads
  const begin = async (site: SiteRow, threads = CONVERSATIONS) => {
    const anna = await app().visitor('Anna', site)
    const post = ([language, body]: (typeof threads)[number]) =>
      anna.run('thread.post', { page: PAGE, kind: 'idea', body, language })
    return { anna, ids: (await Promise.all(threads.map(post))).map(({ id }) => id) }
  }

  it('are found by other forms of their words, in any script, and nothing else is', async () => {
    const site = await app().addSite()
    await begin(site)
    const reader = app().stranger(site)
    const found = await Promise.all(FOUND.map(([language, text]) => similar(reader, text, language)))
    for (const [i, [, text, title]] of FOUND.entries()) {
      expect(found[i]?.[0]?.title ?? `nothing for ${text}`).toContain(title)
      expect(found[i]?.length).toBeLessThanOrEqual(3)
    }
    const nothing = async (text: string) => expect([text, await similar(reader, text)]).toEqual([text, []])
    await Promise.all([...UNLIKE, ...ODD].map(nothing))
  }, 30_000)

  it('come answered first, shipped and declined last', async () => {
    const site = await app().addSite()
    const { anna, ids } = await begin(site, [
      ['en', 'Dark mode for the invoices page'],
      ['en', 'Dark mode for the invoice page'],
      ['en', 'Dark mode for the invoices'],
      ['en', 'Dark mode'],
    ])
    const [declined, open, answered] = ids as [string, string, string]
    const giulia = await app().staff('Giulia', 'agent', site)
    await giulia.run('thread.status', { thread: declined, status: 'declined', reason: 'Too dear' })
    const { id } = await giulia.run('reply.post', { thread: answered, body: 'Settings, Looks' })
    await giulia.run('answer.official', { reply: id, on: true })
    const found = await similar(anna, 'a dark mode for the invoices page')
    expect(found.map(thread => thread.id)).toEqual([answered, open, declined])
  })

  it('follow an edit and a new title, and vanish with their thread', async () => {
    const site = await app().addSite()
    const { anna, ids } = await begin(site, [['en', 'Something about umbrellas']])
    const [id] = ids as [string]
    await anna.run('message.edit', { id, body: 'Recharging the bedside lantern' })
    expect(await similar(anna, 'something about umbrellas')).toEqual([])
    expect(await similar(anna, 'recharge my bedside lantern')).toHaveLength(1)
    const giulia = await app().staff('Giulia', 'agent', site)
    await giulia.run('thread.retitle', { thread: id, title: 'Charging cradle' })
    expect(await similar(anna, 'the charging cradle')).toHaveLength(1)
    await giulia.run('message.hide', { id, reason: 'off topic' })
    expect(await similar(anna, 'the charging cradle')).toEqual([])
  })

  it('are those of the site', async () => {
    await begin(await app().addSite(), [['en', 'Dark mode for invoices']])
    expect(await similar(app().stranger(await app().addSite('Rival')), 'dark mode for invoices')).toEqual([])
  })
})
