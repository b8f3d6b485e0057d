import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../test/services/database.ts'
import { describeWith } from '../../test/services/suites.ts'
import type { CommandInput } from '../contract/commands.ts'
import { OWN_TEXT_MAX, OWN_TEXTS_MAX } from '../contract/limits.ts'
import type { OwnTexts } from '../contract/own-texts.ts'
import type { AuditLog } from '../contract/queue.ts'
import type { Snapshot } from '../contract/reads.ts'
import type { SiteSettings } from '../contract/settings.ts'
import { putOwnTexts } from '../store/own-texts.ts'
import { eventually } from '../testing/eventually.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'
import { TEXTS } from './text-keys.ts'

const PLACEHOLDER = 'composer.placeholder'
type Input = CommandInput<'site.text'>

describe.each([
  ['SQLite', describe],
  ['Postgres', describeWith('databaseUrl')],
] as const)('a site’s own texts on %s', (database, suite) => {
  suite('', () => ownTextsOn(database))
})

function ownTextsOn(name: string) {
  let test: TestApp
  let owner: TestClient
  let stranger: TestClient
  let database: Awaited<ReturnType<typeof createTestDatabase>> | undefined
  beforeAll(async () => {
    database = name === 'Postgres' ? await createTestDatabase() : undefined
    test = await startTestApp({ ...(database && { databaseUrl: database.url }) })
    const site = await test.addSite('Acme')
    owner = await test.staff('Teresa', 'owner', site)
    stranger = test.stranger(site)
  })
  afterAll(async () => {
    await test.close()
    await database?.drop()
  })

  const set = (key: string, text: Input['text'], locale: Input['locale'] = 'it') =>
    owner.run('site.text', { locale, key, text })
  const texts = async (locale = 'it') => (await stranger.get<OwnTexts>(`texts/${locale}`)).texts
  const speaks = async () => (await stranger.get<Snapshot>('snapshot')).site.texts

  it('[H9] are given to whoever asks for their language, and named where there are any', async () => {
    expect(await speaks()).toBeUndefined()
    expect(await texts()).toEqual({})
    await stranger.watch('public')
    const counted = { one: 'una voce', other: '{n} voci' }
    await set(PLACEHOLDER, '  Di’ pure  ')
    await set('thread.replies', counted)
    await set('frame.title', '{brand} ascolta', 'de')
    expect(await texts()).toEqual({ [PLACEHOLDER]: 'Di’ pure', 'thread.replies': counted })
    expect(await texts('en')).toEqual({})
    expect(await speaks()).toEqual(['de', 'it'])
    expect((await owner.get<SiteSettings>('settings')).texts).toEqual(['de', 'it'])
    expect((await owner.get<OwnTexts>('texts/de')).texts).toEqual({ 'frame.title': '{brand} ascolta' })
    const heard = () => stranger.frames.flatMap(frame => frame.changes).at(-1)
    await eventually(() => (heard() as { row?: Snapshot['site'] } | undefined)?.row?.texts?.length === 2)
  })

  it('[H9] are taken back one by one', async () => {
    await set('frame.title', null, 'de')
    expect(await texts('de')).toEqual({})
    expect(await speaks()).toEqual(['it'])
    await set('thread.replies', null)
    await set('thread.replies', null)
    expect(Object.keys(await texts())).toEqual([PLACEHOLDER])
    await set(PLACEHOLDER, null)
    expect(await speaks()).toBeUndefined()
  })

  const wrong: [string, Input['text'], string, Input['locale']?][] = [
    ['frame.nothing', 'Hello', 'key'],
    ['guess.idea', '(.*)+', 'key'],
    ['constructor.name', 'Hello', 'key'],
    ['no key', 'Hello', 'key'],
    ['frame.title', 'Talk with us', 'text'],
    ['frame.title', 'Talk with {brand} and {name}', 'text'],
    ['frame.title', { other: 'Talk with {brand}' }, 'text'],
    ['frame.title', '   ', 'text'],
    ['frame.title', `{brand}${'a'.repeat(OWN_TEXT_MAX)}`, 'text'],
    ['thread.replies', '{n} voices', 'text'],
    ['thread.replies', { one: 'one voice', other: 'voices' }, 'text.other'],
    ['thread.replies', { few: '{n} voices', other: '{n} voices' }, 'text.few'],
    // In French “one” is for none as well.
    ['thread.replies', { one: 'une voix', other: '{n} voix' }, 'text.one', 'fr'],
  ]
  it.each(wrong)('[H9] refuse %s: %j', async (key, text, path, locale = 'it') => {
    const refusal = await set(key, text, locale).catch(thrown => thrown)
    expect(refusal).toMatchObject({ problem: { code: 'invalid' } })
    expect(refusal.problem.issues[0].path).toContain(path)
    expect(await speaks()).toBeUndefined()
  })

  it('[H9] may be as many as that in one language, and not more', async () => {
    const words = [...TEXTS].filter(([, { places, counted }]) => places.length === 0 && !counted)
    const places = [...TEXTS].filter(([, { places, counted }]) => places.length > 0 && !counted)
    const all = [...words, ...places].map(([key, kind]) => ({
      key,
      text: kind.places.map(place => `{${place}}`).join(' ') || 'Word',
    }))
    expect(all.length).toBeGreaterThan(OWN_TEXTS_MAX)
    const kept = Object.fromEntries(all.slice(0, OWN_TEXTS_MAX).map(({ key, text }) => [key, text]))
    await test.app.store.write(db => putOwnTexts(db, stranger.parts.site, 'nl', kept))
    const [one, next] = [all[0], all[OWN_TEXTS_MAX]] as const
    await expect(set(next?.key as string, next?.text as string, 'nl')).rejects.toMatchObject({
      problem: { code: 'invalid', issues: [{ path: 'key' }] },
    })
    await set(one?.key as string, 'Other words', 'nl')
    expect(Object.keys(await texts('nl')).length).toBe(OWN_TEXTS_MAX)
  })

  it('[H9] are not lost where two are written at once', async () => {
    await Promise.all([
      set('vote.idea', 'Voto anch’io', 'es'),
      set('vote.metoo', 'Pure io', 'es'),
      set('vote.praise', 'Concordo', 'es'),
      set('list.new', 'Ecco', 'es'),
    ])
    expect(Object.keys(await texts('es')).length).toBe(4)
  })

  it('[P16] are in the log by their key and language, without the words', async () => {
    const { entries } = await owner.get<AuditLog>('audit?about=setup')
    expect(entries[0]).toMatchObject({ action: 'site.text' })
    expect(Object.keys(entries[0]?.facts ?? {}).sort()).toEqual(['key', 'locale'])
  })

  it.each(['xx', 'EN', 'it-IT'])('[O3] there are none in %s', async locale => {
    expect((await stranger.request(`texts/${locale}`)).status).toBe(404)
  })
}
