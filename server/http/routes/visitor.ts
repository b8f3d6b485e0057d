import { Device, Identity, NewDevice, NewIdentity } from '../../contract/person.ts'
import { MineQuery, MyState, SearchResult } from '../../contract/reads.ts'
import { myThreads } from '../../features/reads/mine.ts'
import { myState } from '../../features/reads/own.ts'
import { meView } from '../../features/views.ts'
import { exampleDevice, exampleIdentity, exampleIdentityToken } from '../examples/people.ts'
import { exampleSearch, exampleStaffState, exampleState } from '../examples/reads.ts'
import { route } from '../route.ts'

export const addDevice = route({
  name: 'addDevice',
  summary: 'A new visitor, and the token that speaks for them from now on',
  method: 'post',
  path: '/api/v1/sites/{site}/devices',
  who: 'anybody',
  body: NewDevice,
  answer: { status: 201, schema: Device, example: exampleDevice },
  examples: { body: { name: 'Anna R.' } },
  problems: ['name_refused', 'name_taken', 'rate_limited'],
  async run({ deps, viewer, body, from }) {
    const { token, person } = await deps.visitors.mint(viewer.site, body.name, from)
    return { token, me: meView(person) }
  },
})

export const identify = route({
  name: 'identify',
  summary: 'Be the customer whom a token of the brand names, on this device or a new one',
  method: 'post',
  path: '/api/v1/sites/{site}/identify',
  who: 'maybe-visitor',
  body: NewIdentity,
  answer: { status: 201, schema: Identity, example: exampleIdentity },
  examples: { body: { token: exampleIdentityToken } },
  problems: ['identity_invalid', 'identity_used', 'rate_limited'],
  run: ({ deps, viewer, token, body, from }) =>
    deps.customers.identify(viewer.site, { token: body.token, device: token, from }),
})

export const dropDevice = route({
  name: 'dropDevice',
  summary: 'Make the token worthless; what it wrote stays, their e-mail address does not',
  method: 'delete',
  path: '/api/v1/sites/{site}/devices/current',
  who: 'visitor',
  answer: null,
  async run({ deps, viewer, token }) {
    await deps.visitors.revoke(viewer.site.id, token)
    return undefined
  },
})

export const readMe = route({
  name: 'readMe',
  summary: 'Who I am, what I wrote and what I voted for',
  method: 'get',
  path: '/api/v1/sites/{site}/me',
  who: 'visitor',
  answer: { status: 200, schema: MyState, example: exampleState },
  run: ({ deps, viewer }) => myState(deps.store, viewer, deps.clock.now()),
})

export const listMine = route({
  name: 'listMine',
  summary: 'Public threads I began or replied in, the last active first',
  method: 'get',
  path: '/api/v1/sites/{site}/me/threads',
  who: 'visitor',
  query: MineQuery,
  answer: { status: 200, schema: SearchResult, example: exampleSearch },
  examples: { query: { kind: 'idea' } },
  run: ({ deps, viewer, query }) => myThreads(deps.store, viewer, query),
})

export const readMeAsStaff = route({
  name: 'readMeAsStaff',
  summary: 'What I wrote and what I voted for as one of the team',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/me',
  who: 'staff',
  answer: { status: 200, schema: MyState, example: exampleStaffState },
  run: ({ deps, viewer }) => myState(deps.store, viewer, deps.clock.now()),
})
