import { z } from 'zod'
import { PageKey } from '../../contract/page.ts'
import { InlineStanding, Pass, PassClaim, PassCode, PassWish } from '../../contract/passes.ts'
import { inlineStanding } from '../../features/reads/standing.ts'
import { examplePage } from '../examples/ids.ts'
import {
  exampleClaim,
  examplePass,
  examplePassCode,
  exampleStanding,
  exampleWish,
} from '../examples/inline.ts'
import { route } from '../route.ts'

export const offerPass = route({
  name: 'offerPass',
  summary: 'A code with which a page of the site may let one answer on it',
  method: 'post',
  path: '/api/v1/admin/sites/{site}/passes',
  who: 'staff',
  body: PassWish,
  answer: { status: 201, schema: PassCode, example: examplePassCode },
  examples: { body: exampleWish },
  problems: ['origin_not_allowed', 'forbidden', 'rate_limited'],
  run: ({ deps, viewer, session, body }) => deps.passes.offer(viewer, session, body),
})

export const claimPass = route({
  name: 'claimPass',
  summary: 'Turn a code into a pass for this very page',
  method: 'post',
  path: '/api/v1/sites/{site}/passes',
  who: 'anybody',
  body: PassClaim,
  answer: { status: 201, schema: Pass, example: examplePass },
  examples: { body: exampleClaim },
  problems: ['pass_code_invalid', 'rate_limited'],
  run: ({ deps, viewer, body, origin, from }) => deps.passes.claim(viewer.site, body, { origin, from }),
})

export const endPass = route({
  name: 'endPass',
  summary: 'Make the pass worthless, and end its sockets',
  method: 'delete',
  path: '/api/v1/sites/{site}/inline',
  who: 'inline',
  answer: null,
  async run({ deps, viewer }) {
    await deps.passes.end(viewer)
    return undefined
  },
})

export const readInlineStanding = route({
  name: 'readInlineStanding',
  summary: 'What waits for the team on a page, or on the site',
  method: 'get',
  path: '/api/v1/sites/{site}/inline/standing',
  who: 'inline',
  query: z.strictObject({ page: PageKey.optional() }),
  answer: { status: 200, schema: InlineStanding, example: exampleStanding },
  examples: { query: { page: examplePage.key } },
  run: ({ deps, viewer, query }) => inlineStanding(deps.store, viewer, query.page),
})
