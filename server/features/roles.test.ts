import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandName } from '../contract/commands.ts'
import { commandInputs } from '../contract/commands.ts'
import { ROLES } from '../contract/limits.ts'
import type { Role } from '../contract/person.ts'
import type { ThreadDetail } from '../contract/reads.ts'
import type { RoleMatrix } from '../contract/roles.ts'
import { exampleIdentityToken } from '../http/examples/people.ts'
import { picture } from '../images/pictures.fixture.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'
import { Refused } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/', url: 'https://lume.example/' }
const LINKS = 'https://a.example https://b.example https://c.example'
const all = (...roles: Role[]) => roles
const writers = all('owner', 'admin', 'agent', 'moderator')
const answerers = all('owner', 'admin', 'agent')
const judges = all('owner', 'admin', 'moderator')
const nobody = all()

interface Scene {
  staff: TestClient
  idea: string
  held: string
  visitor: string
  other: string
  merged: string
  label: string
  /** A visitor’s message with an image. */
  pictured: () => Promise<{ id: string; image: string }>
  /** A reply by the one who tries. */
  own: () => Promise<string>
  /** Somebody else of the team. */
  colleague: () => Promise<string>
}

/** Who of the team may run each command, and how they try. A command left out fails the last test. */
const cases: Record<CommandName, { roles: Role[]; attempt(scene: Scene): Promise<unknown> }> = {
  'site.configure': {
    roles: ['owner', 'admin'],
    attempt: s => s.staff.run('site.configure', { closed: false }),
  },
  'site.text': {
    roles: ['owner', 'admin'],
    attempt: s =>
      s.staff.run('site.text', { locale: 'en', key: 'composer.placeholder', text: 'Ask us anything' }),
  },
  'person.identify': {
    roles: nobody,
    attempt: s => s.staff.run('person.identify', { token: exampleIdentityToken }),
  },
  'member.role': {
    roles: ['owner', 'admin'],
    attempt: async s => s.staff.run('member.role', { person: await s.colleague(), role: 'moderator' }),
  },
  'member.remove': {
    roles: ['owner', 'admin'],
    attempt: async s => s.staff.run('member.remove', { person: await s.colleague() }),
  },
  'person.email': {
    roles: nobody,
    attempt: s => s.staff.run('person.email', { address: 'staff@lume.example' }),
  },
  'person.rename': {
    roles: writers,
    attempt: s => s.staff.run('person.rename', { name: `R ${s.staff.personId?.slice(2, 9)}` }),
  },
  'thread.post': {
    roles: writers,
    attempt: s => s.staff.run('thread.post', { page: PAGE, kind: 'question', body: 'What do you think?' }),
  },
  'reply.post': { roles: writers, attempt: s => s.staff.run('reply.post', { thread: s.idea, body: 'Yes' }) },
  'note.add': { roles: writers, attempt: s => s.staff.run('note.add', { thread: s.idea, body: 'Hm' }) },
  'message.edit': {
    roles: writers,
    attempt: async s => s.staff.run('message.edit', { id: await s.own(), body: 'Better' }),
  },
  'message.delete': {
    roles: writers,
    attempt: async s => s.staff.run('message.delete', { id: await s.own() }),
  },
  'message.restore': {
    roles: writers,
    attempt: async s => {
      const id = await s.own()
      await s.staff.run('message.delete', { id })
      await s.staff.run('message.restore', { id })
    },
  },
  'message.hide': {
    roles: writers,
    attempt: s => s.staff.run('message.hide', { id: s.idea, reason: 'off topic' }),
  },
  'image.hide': {
    roles: writers,
    attempt: async s => s.staff.run('image.hide', { ...(await s.pictured()), on: true }),
  },
  'message.show': { roles: writers, attempt: s => s.staff.run('message.show', { id: s.held }) },
  'message.hold': { roles: writers, attempt: s => s.staff.run('message.hold', { id: s.idea }) },
  'message.spam': { roles: writers, attempt: s => s.staff.run('message.spam', { id: s.idea }) },
  'person.ban': {
    roles: judges,
    attempt: s => s.staff.run('person.ban', { person: s.visitor, on: false }),
  },
  'person.trust': {
    roles: judges,
    attempt: s => s.staff.run('person.trust', { person: s.visitor, on: false }),
  },
  'thread.announce': {
    roles: answerers,
    attempt: s => s.staff.run('thread.announce', { thread: s.idea, announce: [] }),
  },
  'thread.merge': {
    roles: answerers,
    attempt: s => s.staff.run('thread.merge', { thread: s.idea, into: s.other }),
  },
  'thread.unmerge': {
    roles: answerers,
    attempt: s => s.staff.run('thread.unmerge', { thread: s.merged }),
  },
  'label.add': {
    roles: answerers,
    attempt: s => s.staff.run('label.add', { name: 'fresh' }),
  },
  'label.rename': {
    roles: answerers,
    attempt: s => s.staff.run('label.rename', { label: s.label, name: `n ${s.idea}`.slice(0, 40) }),
  },
  'label.delete': { roles: answerers, attempt: s => s.staff.run('label.delete', { label: s.label }) },
  'thread.done': { roles: writers, attempt: s => s.staff.run('thread.done', { thread: s.idea, on: true }) },
  'vote.set': { roles: nobody, attempt: s => s.staff.run('vote.set', { id: s.idea, on: true }) },
  'message.report': {
    roles: nobody,
    attempt: s => s.staff.run('message.report', { id: s.idea, reason: 'spam' }),
  },
  'answer.accept': {
    roles: nobody,
    attempt: async s => s.staff.run('answer.accept', { reply: await s.own(), on: true }),
  },
  'answer.official': {
    roles: answerers,
    attempt: async s => s.staff.run('answer.official', { reply: await s.own(), on: true }),
  },
  'thread.follow': {
    roles: nobody,
    attempt: s => s.staff.run('thread.follow', { thread: s.idea, on: true }),
  },
  'thread.seen': { roles: writers, attempt: s => s.staff.run('thread.seen', { thread: s.idea }) },
  'thread.status': {
    roles: answerers,
    attempt: s => s.staff.run('thread.status', { thread: s.idea, status: 'planned' }),
  },
  'thread.retitle': {
    roles: writers,
    attempt: s => s.staff.run('thread.retitle', { thread: s.idea, title: 'New' }),
  },
  'thread.pin': { roles: answerers, attempt: s => s.staff.run('thread.pin', { thread: s.idea, on: true }) },
  'thread.lock': { roles: writers, attempt: s => s.staff.run('thread.lock', { thread: s.idea, on: true }) },
  'thread.assign': {
    roles: answerers,
    attempt: s => s.staff.run('thread.assign', { thread: s.idea, to: null }),
  },
  'thread.label': {
    roles: writers,
    attempt: s => s.staff.run('thread.label', { thread: s.idea, label: 'ui', on: true }),
  },
}

describe('[P7] roles', () => {
  let test: TestApp
  let anna: TestClient
  beforeAll(async () => {
    test = await startTestApp()
    anna = await test.visitor('Anna')
  })
  afterAll(() => test.close())

  const table = (Object.keys(cases) as CommandName[]).flatMap(name =>
    ROLES.map(role => [name, role] as const),
  )

  it.each(table)('%s by %s', async (name, role) => {
    const scene = await build(role)
    const { roles, attempt } = cases[name]
    const outcome = await attempt(scene).then(
      () => 'allowed',
      (error: unknown) => (error instanceof Refused ? error.problem.code : error),
    )
    expect(outcome).toBe(roles.includes(role) ? 'allowed' : 'forbidden')
  })

  it('are asked of every command there is', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(commandInputs).sort())
  })

  it.each(ROLES)('let a %s read what the team reads', async role => {
    const { staff, held } = await build(role)
    expect(JSON.stringify(await staff.get('inbox?view=all'))).toContain(held)
    expect(await staff.watch('staff')).toMatchObject({ streams: [{ stream: 'staff' }] })
  })

  it('give a viewer nothing to do, no assignment and no presence', async () => {
    const { staff, idea } = await build('viewer', 'Vera Q.')
    const agent = await test.staff('Ada', 'agent')
    expect(await staff.get(`threads/${idea}`)).toMatchObject({ thread: { can: [] } })
    await expect(
      agent.run('thread.assign', { thread: idea, to: staff.personId as string }),
    ).rejects.toMatchObject({ problem: { code: 'not_found' } })
    const { team } = await agent.get<{ team: { id: string }[] }>('inbox')
    expect(team.map(({ id }) => id)).not.toContain(staff.personId)
    await staff.watch('staff')
    expect(JSON.stringify(staff.presences)).not.toContain('Vera')
  })

  it('are served as they are enforced', async () => {
    const { staff } = await build('viewer')
    const matrix = await staff.get<RoleMatrix>('roles')
    expect(matrix.roles).toEqual(ROLES)
    for (const { action, roles } of matrix.actions) {
      expect(roles.length, action).toBeGreaterThan(0)
      if (roles.includes('viewer')) expect(['insights', 'settings']).toContain(action)
    }
  })

  async function build(role: Role, name = 'Victor N.'): Promise<Scene> {
    const site = test.site
    const staff = await test.staff(name, 'owner')
    const post = async (body: string) =>
      (await anna.run('thread.post', { page: PAGE, kind: 'idea', body })).id
    const [idea, held] = [await post('Make it dark'), await post(LINKS)]
    const [other, merged] = [await post('Make it darker'), await post('Make it black')]
    await staff.run('thread.merge', { thread: merged, into: other })
    await staff.run('thread.label', { thread: other, label: `l ${other}`.slice(0, 40), on: true })
    const { thread } = await staff.get<ThreadDetail>(`threads/${other}`)
    const label = thread.labels[0]?.id as string
    const own = (await staff.run('reply.post', { thread: idea, body: 'We look into it' })).id
    const set = (to: Role) =>
      test.app.store.write(db =>
        db
          .updateTable('person')
          .set({ role: to })
          .where('site_id', '=', site.id)
          .where('id', '=', staff.personId as string)
          .execute(),
      )
    await set(role)
    const colleague = async () => (await test.staff('Ada B.', 'agent')).personId as string
    return {
      ...{ other, merged, label },
      staff,
      visitor: anna.personId as string,
      idea,
      held,
      own: async () => own,
      colleague,
      pictured: async () => {
        const image = await anna.upload(picture('png'))
        const images = [{ id: image, alt: '' }]
        const posted = anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Like this', images })
        return { id: (await posted).id, image }
      },
    }
  }
})
