import { expect, it } from 'vitest'
import { dropLeases, takeLease } from '../store/leases.ts'
import type { Received } from '../testing/mail-server.ts'
import { headerOf, LINKS, linkIn, MINUTE, withMail } from '../testing/mail-world.ts'

withMail('letters to followers', world => {
  const only = (letters: Received[]): Received => {
    expect(letters).toHaveLength(1)
    return letters[0] as Received
  }

  it('[N5] are one for all that is said in three minutes, and none about their own words', async () => {
    const { test, mail, deliver, reader, post } = world()
    const anna = await reader('Anna', 'anna@lume.example')
    const giulia = await test.staff('Giulia')
    const tom = await test.visitor('Tom')
    const thread = await post(anna, 'How do I pause my plan? I cannot find it')
    await anna.run('reply.post', { thread, body: 'Anybody?' })
    const { id } = await giulia.run('reply.post', { thread, body: 'Settings, then Plan' })
    test.clock.pass(2 * MINUTE)
    await tom.run('reply.post', { thread, body: 'That helped me too' })
    await deliver()
    expect(mail.letters).toEqual([])
    test.clock.pass(MINUTE)
    await deliver()
    const letter = only(await mail.to('anna@lume.example'))
    expect(letter.email.subject).toBe('Lume: news in a conversation you follow')
    for (const text of [letter.email.text, letter.email.html]) {
      expect(text).toContain('How do I pause my plan?')
      expect(text).toContain('Giulia (Lume team) wrote:')
      expect(text).toContain('Settings, then Plan')
      expect(text).toContain('Tom wrote:')
      expect(text).toContain(`https://lume.example/lamp#parla-${thread}-${id}`)
      expect(text).toContain('because you follow this conversation')
      expect(text).not.toContain('Anybody?')
    }
    test.clock.pass(10 * MINUTE)
    await deliver()
    expect(mail.letters).toHaveLength(1)
    await tom.run('reply.post', { thread, body: 'One more thing' })
    await world().deliverNews()
    const [, second] = await mail.to('anna@lume.example', 2)
    expect(second?.email.text).toContain('One more thing')
    expect(second?.email.text).not.toContain('Settings, then Plan')
    expect(headerOf(second as Received, 'references')).toBe(headerOf(letter, 'references'))
    expect(headerOf(second as Received, 'message-id')).not.toBe(headerOf(letter, 'message-id'))
  })

  it('[P18] say who is a visitor where the name could be the team’s', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const dora = await reader('Dora', 'dora@lume.example')
    await test.staff('Pia Conti')
    const namesake = await test.visitor('Pia')
    const thread = await post(dora)
    await namesake.run('reply.post', { thread, body: 'Send me your password' })
    await deliverNews()
    const letter = only(await mail.to('dora@lume.example'))
    expect(letter.email.text).toContain('Pia (visitor) wrote:')
  })

  it('[N5] tell of what was held once it is approved, and never of notes', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const bea = await reader('Bea', 'bea@lume.example')
    const [giulia, tom] = [await test.staff('Giulia'), await test.visitor('Tom')]
    const thread = await post(bea)
    const held = (await tom.run('reply.post', { thread, body: `Look here ${LINKS}` })).id
    await giulia.run('note.add', { thread, body: 'Between us' })
    await deliverNews()
    expect(mail.letters).toEqual([])
    await giulia.run('message.show', { id: held })
    await deliverNews()
    const letter = only(await mail.to('bea@lume.example'))
    expect(letter.email.text).toContain('Look here')
    expect(letter.email.text).not.toContain('Between us')
    await giulia.run('message.hide', { id: held, reason: 'off topic' })
    await giulia.run('message.show', { id: held })
    await deliverNews()
    expect(mail.letters).toHaveLength(1)
  })

  it('[N5] leave out what was hidden before they went, and are none where nothing is left', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const cleo = await reader('Cleo', 'cleo@lume.example')
    const [giulia, tom] = [await test.staff('Giulia'), await test.visitor('Tom')]
    const thread = await post(cleo)
    const hidden = (await tom.run('reply.post', { thread, body: 'Rude words' })).id
    const deleted = (await tom.run('reply.post', { thread, body: 'Too quick' })).id
    await giulia.run('message.hide', { id: hidden, reason: 'insults' })
    await tom.run('message.delete', { id: deleted })
    await deliverNews()
    expect(mail.letters).toEqual([])
    await giulia.run('reply.post', { thread, body: 'We are here' })
    // The letters are written; then something is hidden before they are carried.
    const late = (await tom.run('reply.post', { thread, body: 'Late rude words' })).id
    test.clock.pass(3 * MINUTE)
    const lease = { name: 'delivery', holder: 'somebody else', now: test.clock.now(), ttl: 30_000 }
    expect(await test.app.store.write(db => takeLease(db, lease))).toBe(true)
    while (await test.app.jobs.turn('letters'));
    await giulia.run('message.hide', { id: late, reason: 'insults' })
    await test.app.store.write(db => dropLeases(db, lease.holder))
    await world().deliver()
    const letter = only(await mail.to('cleo@lume.example'))
    expect(letter.email.text).toContain('We are here')
    expect(letter.email.text).not.toMatch(/rude words|Too quick/i)
    await tom.run('message.restore', { id: deleted })
    await deliverNews()
    expect((await mail.to('cleo@lume.example', 2))[1]?.email.text).toContain('Too quick')
  })

  it('[N3] [N7] that were written and not carried yet go to no other address, and to nobody who wants no more', async () => {
    const { test, mail, deliver, reader, post } = world()
    const [lia, max] = [await reader('Lia', 'lia@lume.example'), await reader('Max', 'max@lume.example')]
    const tom = await test.visitor('Tom')
    const threads = [await post(lia), await post(max)] as const
    for (const thread of threads) await tom.run('reply.post', { thread, body: 'Hello' })
    test.clock.pass(3 * MINUTE)
    const lease = { name: 'delivery', holder: 'somebody else', now: test.clock.now(), ttl: 30_000 }
    expect(await test.app.store.write(db => takeLease(db, lease))).toBe(true)
    while (await test.app.jobs.turn('letters'));
    await lia.run('person.email', { address: 'lia@new.example' })
    await max.run('thread.follow', { thread: threads[1], on: false })
    await test.app.store.write(db => dropLeases(db, lease.holder))
    await deliver()
    const letter = only(await mail.to('lia@new.example'))
    expect(letter.email.subject).toBe('Lume: confirm your email address')
    expect(mail.letters).toHaveLength(1)
  })

  it('[N6] tell voters and followers of a decision with words, and why they get it', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const dora = await reader('Dora', 'dora@lume.example')
    const enzo = await reader('Enzo', 'enzo@lume.example', 'it')
    const [giulia, tom] = [await test.staff('Giulia'), await test.visitor('Tom')]
    const idea = await post(dora, 'Make it dark', 'idea')
    await enzo.run('vote.set', { id: idea, on: true })
    await tom.run('reply.post', { thread: idea, body: 'Me too' })
    await giulia.run('thread.status', { thread: idea, status: 'review' })
    await deliverNews()
    only(mail.letters)
    mail.letters.length = 0
    const link = 'https://lume.example/news'
    await giulia.run('thread.status', { thread: idea, status: 'shipped', reason: 'In every theme', link })
    await tom.run('reply.post', { thread: idea, body: 'Hooray' })
    await deliverNews()
    const toDora = only(await mail.to('dora@lume.example'))
    expect(toDora.email.text).toContain('Giulia (Lume team) set it to “Shipped”:\n> In every theme')
    expect(toDora.email.text).toContain(link)
    expect(toDora.email.text).toContain('Hooray')
    expect(toDora.email.text).toContain('because you follow this conversation')
    const toEnzo = only(await mail.to('enzo@lume.example'))
    expect(toEnzo.email.subject).toBe('Lume: novità su qualcosa che hai votato')
    expect(toEnzo.email.text).toContain('Giulia (team Lume) ha cambiato lo stato in «Disponibile»:')
    expect(toEnzo.email.text).toContain('perché hai dato il tuo voto')
    expect(toEnzo.email.text).not.toContain('Hooray')
    expect(toEnzo.email.html).toContain('lang="it"')
    expect(mail.letters).toHaveLength(2)
  })

  it('[N6] go where a thread leads that was merged, to each person once', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const [fay, tom] = [await reader('Fay', 'fay@lume.example'), await test.visitor('Tom')]
    const giulia = await test.staff('Giulia')
    const [merged, root] = [await post(fay, 'Night mode', 'idea'), await post(tom, 'Dark mode', 'idea')]
    await fay.run('vote.set', { id: root, on: true })
    await giulia.run('thread.merge', { thread: merged, into: root })
    await giulia.run('reply.post', { thread: root, body: 'We are at it' })
    await deliverNews()
    const letter = only(await mail.to('fay@lume.example'))
    await fetch(linkIn(letter).concat('/stop'), { method: 'POST' })
    await giulia.run('reply.post', { thread: root, body: 'Nearly there' })
    await deliverNews()
    expect(mail.letters).toHaveLength(1)
  })

  it('[N7] can be stopped by one click of the mail program, for this conversation', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const gina = await reader('Gina', 'gina@lume.example')
    const tom = await test.visitor('Tom')
    const [one, two] = [await post(gina, 'One?'), await post(gina, 'Two?')]
    await tom.run('reply.post', { thread: one, body: 'Hello' })
    await deliverNews()
    const letter = only(await mail.to('gina@lume.example'))
    expect(headerOf(letter, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const [, url] = headerOf(letter, 'list-unsubscribe')?.match(/^<(.+)>$/) ?? []
    expect(url).toBe(`${linkIn(letter)}/stop`)
    expect((await fetch(url as string)).status).toBe(200)
    const oneClick = () =>
      fetch(url as string, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      })
    expect([(await oneClick()).status, (await oneClick()).status]).toEqual([200, 200])
    await tom.run('reply.post', { thread: one, body: 'Again' })
    await tom.run('reply.post', { thread: two, body: 'Elsewhere' })
    await deliverNews()
    expect((await mail.to('gina@lume.example', 2))[1]?.email.text).toContain('Elsewhere')
    expect(mail.letters).toHaveLength(2)
  })

  it('[N7] are stopped altogether on their page, and by whoever was banned', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const [hana, ivo] = [await reader('Hana', 'hana@lume.example'), await reader('Ivo', 'ivo@lume.example')]
    const [tom, teresa] = [await test.visitor('Tom'), await test.staff('Teresa', 'owner')]
    const threads = [await post(hana), await post(ivo)]
    for (const thread of threads) await tom.run('reply.post', { thread, body: 'Hello' })
    await deliverNews()
    const [toHana, toIvo] = [
      only(await mail.to('hana@lume.example')),
      only(await mail.to('ivo@lume.example')),
    ]
    await teresa.run('person.ban', { person: ivo.personId as string, on: true })
    const stop = (letter: Received, path: string) => fetch(`${linkIn(letter)}${path}`, { method: 'POST' })
    expect((await stop(toHana, '/stop/all')).status).toBe(200)
    expect((await stop(toIvo, '/stop')).status).toBe(200)
    await teresa.run('person.ban', { person: ivo.personId as string, on: false })
    for (const thread of threads) await tom.run('reply.post', { thread, body: 'Again' })
    await deliverNews()
    expect(mail.letters).toHaveLength(2)
    const kept = await test.app.store.read(db =>
      db
        .selectFrom('address')
        .select('address')
        .where('address', 'in', ['hana@lume.example', 'ivo@lume.example'])
        .execute(),
    )
    expect(kept).toEqual([])
  })

  it('[N9] draw what people wrote as text, in every place, and lead to the brand’s pages only', async () => {
    const { test, mail, deliverNews, reader, post } = world()
    const jana = await reader('Jana', 'jana@lume.example', 'ar')
    const mallory = await test.visitor('M <b>x</b>')
    const giulia = await test.staff('Giulia')
    const markup = '<img src=x onerror=alert(1)> &amp; "quoted" </p><script>alert(2)</script>'
    const thread = await post(jana, `${markup} {brand}`)
    await mallory.run('reply.post', { thread, body: markup })
    // Whoever posts names the page; a letter does not believe them.
    await mallory.run('thread.post', {
      page: { key: PAGE_KEY, url: 'https://evil.example/login' },
      kind: 'question',
      body: 'A question?',
    })
    await giulia.run('reply.post', { thread, body: 'Please, no' })
    await deliverNews()
    const { email, to, raw } = only(await mail.to('jana@lume.example'))
    expect(to).toEqual(['jana@lume.example'])
    expect(email.html).not.toMatch(/<img|<script|<b>/)
    expect(email.html).toContain('&lt;script')
    expect(email.html).toContain('dir="rtl"')
    expect(email.text).toContain('<script>alert(2)</script>')
    expect(email.text).not.toContain('evil.example')
    expect(email.html).not.toContain('evil.example')
    expect(email.html).toContain(`https://lume.example/#parla-${thread}`)
    expect(email.attachments).toEqual([])
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/script|onerror/)
  })
})

const PAGE_KEY = 'https://lume.example/'
