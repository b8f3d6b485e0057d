import { MadeSiteKey, NewSiteKey, SiteKeys } from '../../contract/keys.ts'
import { rotateKey, siteKeys } from '../../features/site-keys.ts'
import { exampleInstant } from '../examples/ids.ts'
import { route } from '../route.ts'

const path = '/api/v1/admin/sites/{site}/keys'
const id = 'k_Mz7w2RtB5xVh9PqE'

export const readKeys = route({
  name: 'readKeys',
  summary: 'Keys that a brand’s server signs its customers’ tokens with, without their secrets',
  method: 'get',
  path,
  who: 'staff',
  problems: ['forbidden'],
  answer: { status: 200, schema: SiteKeys, example: { keys: [{ id, since: exampleInstant, endsAt: null }] } },
  run: ({ deps, viewer }) => siteKeys(deps.store, deps.clock, viewer),
})

export const makeSiteKey = route({
  name: 'rotateKey',
  summary: 'Make a new key; its secret is shown this once, and earlier keys end',
  method: 'post',
  path,
  who: 'staff',
  body: NewSiteKey,
  answer: {
    status: 201,
    schema: MadeSiteKey,
    example: { id, secret: 'q4pYw0N7s3Jb9VdK1mXc6TgZ5rHa8LfE2uQoRiWtB0s' },
  },
  examples: { body: { brand: 'Lume', endOthers: false } },
  run: ({ deps, viewer, body }) => rotateKey(deps.store, deps.clock, viewer, body),
})
