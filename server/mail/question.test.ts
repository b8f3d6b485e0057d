import { expect, it } from 'vitest'
import type { MyState } from '../contract/reads.ts'
import { newId } from '../lib/ids.ts'
import { addSecret } from '../store/customers.ts'
import { headerOf, linkIn, MINUTE, withMail } from '../testing/mail-world.ts'
import { signToken } from '../testing/sign-token.ts'

const DAY = 24 * 60 * MINUTE

withMail('an address', world => {
  const emailOf = async (client: { get<T>(path: string): Promise<T> }) =>
    (await client.get<MyState>('me')).me.email

  it('[N3] is asked first, and counts when the button of the page is pressed, once', async () => {
    const { test, mail, deliver } = world()
    const anna = await test.visitor('Anna')
    expect(await emailOf(anna)).toBeUndefined()
    await anna.run('person.email', { address: ' Anna@LUME.example ', language: 'it' })
    expect(await emailOf(anna)).toEqual({ address: 'Anna@lume.example', confirmed: false })
    await deliver()
    const [letter] = await mail.to('Anna@lume.example')
    if (!letter) throw new Error('No letter')
    expect(letter.email).toMatchObject({
      subject: 'Lume: conferma il tuo indirizzo email',
      from: { name: 'Lume', address: 'talk@lume.example' },
      to: [{ address: 'Anna@lume.example' }],
    })
    const link = linkIn(letter)
    expect(link.startsWith(`${test.app.url}/mail/`)).toBe(true)
    expect(letter.email.html).toContain(link)
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(link, { method })).status).toBe(200)
    expect(await emailOf(anna)).toMatchObject({ confirmed: false })
    expect((await fetch(link, { method: 'POST' })).status).toBe(200)
    expect(await emailOf(anna)).toEqual({ address: 'Anna@lume.example', confirmed: true })
    for (const method of ['POST', 'GET']) expect((await fetch(link, { method })).status).toBe(410)
    await anna.run('person.email', { address: 'Anna@lume.example' })
    await deliver()
    expect(await emailOf(anna)).toMatchObject({ confirmed: true })
    expect(mail.letters).toHaveLength(1)
  })

  it('[N3] is no longer asked by the link of an earlier one, nor after three days', async () => {
    const { test, mail, deliver } = world()
    const tom = await test.visitor('Tom')
    const ask = async (address: string) => {
      await tom.run('person.email', { address })
      await deliver()
      return linkIn((await mail.to(address)).at(-1) as never)
    }
    const first = await ask('tom@one.example')
    const second = await ask('tom@two.example')
    expect((await fetch(first, { method: 'POST' })).status).toBe(410)
    test.clock.pass(3 * DAY)
    expect((await fetch(second, { method: 'POST' })).status).toBe(410)
    const third = await ask('tom@two.example')
    await tom.run('person.email', { address: null })
    expect((await fetch(third, { method: 'POST' })).status).toBe(410)
    expect(await emailOf(tom)).toBeUndefined()
  })

  it('[N3] that was changed or taken back before the question went is not asked', async () => {
    const { test, mail, deliver } = world()
    const eva = await test.visitor('Eva')
    await eva.run('person.email', { address: 'eva@one.example' })
    await eva.run('person.email', { address: 'eva@two.example' })
    await deliver()
    await mail.to('eva@two.example')
    expect(mail.letters.filter(({ to }) => to.includes('eva@one.example'))).toEqual([])
    await eva.run('person.email', { address: 'eva@three.example' })
    await eva.run('person.email', { address: null })
    await deliver()
    expect(mail.letters.filter(({ to }) => to.includes('eva@three.example'))).toEqual([])
  })

  it('[N8] gets three letters an hour, whoever asks for more', async () => {
    const { test, mail, deliver } = world()
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      const somebody = await test.visitor(`Person ${name}`)
      await somebody.run('person.email', { address: `victim+${name}@lume.example` })
    }
    await deliver()
    const sent = () => mail.letters.filter(({ to }) => to[0]?.startsWith('victim'))
    expect(sent()).toHaveLength(3)
    test.clock.pass(12 * 60 * MINUTE)
    await deliver()
    expect(sent()).toHaveLength(3)
  })

  it('[N4] joins nobody with anybody, and its answer is the same whoever has it already', async () => {
    const { test, reader } = world()
    const rosa = await reader('Rosa', 'shared@lume.example')
    const other = await test.visitor('Other')
    const answer = await other.run('person.email', { address: 'shared@lume.example' })
    const fresh = await other.run('person.email', { address: 'unknown@lume.example' })
    expect({ ...answer, seq: 0 }).toEqual({ ...fresh, seq: 0 })
    expect(answer.changes).toEqual([])
    await other.run('person.email', { address: 'shared@lume.example' })
    expect(await emailOf(other)).toMatchObject({ confirmed: false })
    expect(await emailOf(rosa)).toMatchObject({ confirmed: true })
  })

  it('[N2] of the wrong form is refused and changes nothing', async () => {
    const { test } = world()
    const mia = await test.visitor('Mia')
    await mia.run('person.email', { address: 'mia@lume.example' })
    for (const address of [
      'a@b.example,c@d.example',
      'x@lume.example\r\nBcc: all@lume.example',
      '"a b"@lume.example',
    ])
      await expect(mia.run('person.email', { address })).rejects.toMatchObject({
        problem: { code: 'invalid', issues: [{ path: 'address' }] },
      })
    expect(await emailOf(mia)).toMatchObject({ address: 'mia@lume.example' })
  })

  it('[N4] is forgotten with the device, and when nobody confirms it in a week', async () => {
    const { test, reader } = world()
    const gone = await reader('Gone', 'gone@lume.example')
    await gone.request('devices/current', { method: 'DELETE' })
    const late = await test.visitor('Late')
    await late.run('person.email', { address: 'late@lume.example' })
    const kept = await reader('Kept', 'kept@lume.example')
    test.clock.pass(8 * DAY)
    await test.app.jobs.turn('mail')
    const rows = await test.app.store.read(db => db.selectFrom('address').select('address').execute())
    const left = rows.map(row => row.address)
    expect(left).not.toContain('gone@lume.example')
    expect(left).not.toContain('late@lume.example')
    expect(left).toContain('kept@lume.example')
    expect(await emailOf(kept)).toMatchObject({ confirmed: true })
  })

  it('[N4] goes with the person when the brand says who they are', async () => {
    const { test, reader } = world()
    const [secret, now] = ['a secret of the brand, for this test', test.clock.now()]
    await test.app.store.write(db =>
      addSecret(db, { id: newId('k'), site_id: test.site.id, secret, created_at: now }, now),
    )
    const sign = () =>
      signToken(
        { secret, siteId: test.site.id, now: test.clock.now() },
        { sub: 'customer', email: 'x@lume.example' },
      )
    const known = await test.visitor('Known')
    await known.run('person.identify', { token: await sign() })
    expect(await emailOf(known)).toBeUndefined()
    const device = await reader('Device', 'device@lume.example')
    await device.run('person.identify', { token: await sign() })
    expect(await emailOf(known)).toEqual({ address: 'device@lume.example', confirmed: true })
  })

  it('[N9] is asked in a letter whose subject is fixed, whatever the brand is called', async () => {
    const { test, mail, deliver } = world()
    const site = await test.addSite('E\r\nBcc: x@y.example <script>1</script> and much more of that kind')
    const anna = await test.visitor('Anna', site)
    await anna.run('person.email', { address: 'odd@lume.example' })
    await deliver()
    const [letter] = await mail.to('odd@lume.example')
    if (!letter) throw new Error('No letter')
    expect(letter.to).toEqual(['odd@lume.example'])
    expect(headerOf(letter, 'bcc')).toBeUndefined()
    expect(letter.email.subject).not.toMatch(/[\r\n]/)
    expect(letter.email.html).not.toContain('<script')
    expect(letter.email.html).toContain('&lt;script')
  })
})
