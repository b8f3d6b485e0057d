import { AdminEntry, NewOwner, SignIn, StaffSession } from '../../contract/person.ts'
import { AppError } from '../../lib/app-error.ts'
import type { HttpDeps } from '../deps.ts'
import { exampleOwner, exampleSession, exampleSignIn } from '../examples/people.ts'
import { route } from '../route.ts'

export const readEntry = route({
  name: 'readEntry',
  summary: 'Whether there is an owner yet, and who is signed in',
  method: 'get',
  path: '/api/v1/admin/entry',
  who: 'maybe-account',
  answer: { status: 200, schema: AdminEntry, example: { owner: true, session: exampleSession } },
  run: async ({ deps: { staff }, session }) => ({
    owner: await staff.hasOwner(),
    session: session && (await staff.describe(session.account)),
  }),
})

/** What lets somebody in has a session's answer, and its cookie. */
export const letsIn = {
  method: 'post',
  answer: { status: 201, schema: StaffSession, example: exampleSession },
} as const

export const createOwner = route({
  ...letsIn,
  name: 'createOwner',
  summary: 'Become the owner with the one-time code that the first start printed',
  path: '/api/v1/admin/owner',
  who: 'open',
  body: NewOwner,
  examples: { body: exampleOwner },
  problems: ['setup_code_invalid', 'already_set_up', 'name_refused', 'rate_limited'],
  run: async ({ deps, body, from, agent, setSession }) =>
    begin(deps, setSession, await deps.staff.createOwner(body, from, agent)),
})

export const signIn = route({
  ...letsIn,
  name: 'signIn',
  summary: 'Sign in; the session comes as a cookie',
  path: '/api/v1/admin/session',
  who: 'open',
  body: SignIn,
  examples: { body: exampleSignIn },
  problems: ['credentials_invalid', 'rate_limited'],
  run: async ({ deps, body, from, agent, setSession }) =>
    begin(deps, setSession, await deps.staff.signIn(body, from, agent)),
})

export const readSession = route({
  name: 'readSession',
  summary: 'Who is signed in, and where they are on the team',
  method: 'get',
  path: '/api/v1/admin/session',
  who: 'account',
  answer: { status: 200, schema: StaffSession, example: exampleSession },
  run: ({ deps, session }) => deps.staff.describe(session.account),
})

export const signOut = route({
  name: 'signOut',
  summary: 'End the session and every socket it opened',
  method: 'delete',
  path: '/api/v1/admin/session',
  who: 'account',
  answer: null,
  async run({ deps, session, setSession }) {
    await deps.staff.signOut(session)
    setSession(null)
    return undefined
  },
})

/** From now on the browser comes with the session. */
async function begin({ staff }: HttpDeps, setSession: (token: string) => void, token: string) {
  setSession(token)
  const session = await staff.find(token)
  if (!session) throw new AppError('unauthenticated')
  return staff.describe(session.account)
}
