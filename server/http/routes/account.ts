import { MadeSite, NewPassword, NewSite, OpenSessions, SessionId } from '../../contract/team.ts'
import { exampleIds } from '../examples/ids.ts'
import { exampleSignIn } from '../examples/people.ts'
import { exampleSessions } from '../examples/team.ts'
import { route } from '../route.ts'

export const addSite = route({
  name: 'addSite',
  summary: 'Make a site of one’s own',
  method: 'post',
  path: '/api/v1/admin/sites',
  who: 'account',
  body: NewSite,
  answer: { status: 201, schema: MadeSite, example: { id: exampleIds.site } },
  examples: {
    body: { brand: 'Lume', locale: 'en', origins: ['https://lume.example'], timeZone: 'Europe/Rome' },
  },
  async run({ deps, session, body }) {
    return { id: await deps.team.addSite(session.account, body) }
  },
})

export const changePassword = route({
  name: 'changePassword',
  summary: 'Change the password; every other session ends',
  method: 'post',
  path: '/api/v1/admin/account/password',
  who: 'account',
  body: NewPassword,
  answer: null,
  examples: { body: { current: exampleSignIn.password, next: exampleSignIn.password } },
  problems: ['credentials_invalid', 'rate_limited'],
  async run({ deps, session, body }) {
    await deps.account.changePassword(session, body)
    return undefined
  },
})

export const listSessions = route({
  name: 'listSessions',
  summary: 'Where one is signed in',
  method: 'get',
  path: '/api/v1/admin/account/sessions',
  who: 'account',
  answer: { status: 200, schema: OpenSessions, example: exampleSessions },
  run: ({ deps, session }) => deps.account.sessions(session),
})

export const endSession = route({
  name: 'endSession',
  summary: 'Sign out somewhere else',
  method: 'delete',
  path: '/api/v1/admin/account/sessions/{session}',
  who: 'account',
  params: { session: SessionId },
  answer: null,
  examples: { params: { session: exampleSessions.sessions[0]?.id as string } },
  async run({ deps, session, params }) {
    await deps.account.endSession(session, params.session)
    return undefined
  },
})
