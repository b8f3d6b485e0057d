import {
  InvitationAnswer,
  InvitationId,
  InvitationLook,
  Invited,
  MadeInvitation,
  NewInvitation,
  TeamList,
} from '../../contract/team.ts'
import { exampleSignIn } from '../examples/people.ts'
import { exampleInvitation, exampleInvitationUrl, exampleTeam } from '../examples/team.ts'
import { route } from '../route.ts'
import { letsIn } from './session.ts'

export const readTeam = route({
  name: 'readTeam',
  summary: 'Who is on the team, and who is invited',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/team',
  who: 'staff',
  answer: { status: 200, schema: TeamList, example: exampleTeam },
  problems: ['forbidden'],
  run: ({ deps, viewer }) => deps.team.list(viewer),
})

export const addInvitation = route({
  name: 'addInvitation',
  summary: 'Invite somebody to the team: the link opens once, for a day, for this role and site',
  method: 'post',
  path: '/api/v1/admin/sites/{site}/invitations',
  who: 'staff',
  body: NewInvitation,
  answer: {
    status: 201,
    schema: MadeInvitation,
    example: { ...exampleInvitation, url: exampleInvitationUrl },
  },
  examples: { body: { role: 'agent' } },
  problems: ['forbidden'],
  async run({ deps, viewer, body }) {
    const { token, ...made } = await deps.team.invite(viewer, body.role)
    // After the hash: no server, proxy or Referer ever sees it.
    return { ...made, url: `${deps.config.publicUrl}/admin/join#${token}` }
  },
})

export const dropInvitation = route({
  name: 'dropInvitation',
  summary: 'Take an invitation back',
  method: 'delete',
  path: '/api/v1/admin/sites/{site}/invitations/{invitation}',
  who: 'staff',
  params: { invitation: InvitationId },
  answer: null,
  examples: { params: { invitation: exampleInvitation.id } },
  problems: ['forbidden'],
  async run({ deps, viewer, params }) {
    await deps.team.withdraw(viewer, params.invitation)
    return undefined
  },
})

const token = exampleInvitationUrl.split('#')[1] as string

export const lookAtInvitation = route({
  name: 'lookAtInvitation',
  summary: 'What an invitation leads to',
  method: 'post',
  path: '/api/v1/admin/invitation',
  who: 'open',
  body: InvitationLook,
  answer: {
    status: 200,
    schema: Invited,
    example: {
      brand: 'Lume',
      role: exampleInvitation.role,
      by: exampleInvitation.by,
      expiresAt: exampleInvitation.expiresAt,
    },
  },
  examples: { body: { token } },
  problems: ['invitation_over', 'rate_limited'],
  run: ({ deps, body, from }) => deps.team.look(body.token, from),
})

export const acceptInvitation = route({
  ...letsIn,
  name: 'acceptInvitation',
  summary: 'Join the team, signed in or with an account of one’s own',
  path: '/api/v1/admin/invitation/accept',
  who: 'maybe-account',
  body: InvitationAnswer,
  examples: { body: { token, account: { name: 'Teresa Galli', ...exampleSignIn } } },
  problems: ['invitation_over', 'credentials_invalid', 'unauthenticated', 'name_refused', 'rate_limited'],
  async run({ deps, body, session, from, agent, setSession }) {
    const account = await deps.team.accept(body, session, from)
    if (body.account) setSession(await deps.staff.open(account, agent))
    return deps.staff.describe(account)
  },
})
