import type { z } from 'zod'
import type { StreamName } from '../../contract/feed.ts'
import { Pulled } from '../../contract/feed.ts'
import { ChangesQuery } from '../../contract/reads.ts'
import { AppError } from '../../lib/app-error.ts'
import { exampleIds } from '../examples/ids.ts'
import { exampleFrameInline } from '../examples/inline.ts'
import { exampleFrame, exampleFrameForStaff } from '../examples/reads.ts'
import type { Call, None } from '../route.ts'
import { route } from '../route.ts'

type Puller = Call<'maybe-visitor' | 'inline' | 'staff', None, z.infer<typeof ChangesQuery>, undefined>

const pull = ({ deps, viewer, query, gone }: Puller) =>
  deps.feed.pull(viewer, { ...query, stream: query.stream as StreamName }, gone)

export const pullChanges = route({
  name: 'pullChanges',
  summary: 'What changed since a position; `wait` holds the answer until something does',
  method: 'get',
  path: '/api/v1/sites/{site}/changes',
  who: 'maybe-visitor',
  query: ChangesQuery,
  answer: { status: 200, schema: Pulled, example: exampleFrame },
  examples: { query: { stream: 'public', epoch: exampleIds.epoch, since: 41 } },
  problems: ['unauthenticated', 'forbidden'],
  async run(call) {
    if (call.query.stream === 'me' && !call.viewer.person) throw new AppError('unauthenticated')
    if (call.query.stream === 'staff') throw new AppError('forbidden')
    return pull(call)
  },
})

export const pullChangesInline = route({
  name: 'pullChangesInline',
  summary: 'The same of the stream `staff`, on a brand’s page',
  method: 'get',
  path: '/api/v1/sites/{site}/inline/changes',
  who: 'inline',
  query: ChangesQuery,
  answer: { status: 200, schema: Pulled, example: exampleFrameInline },
  examples: { query: { stream: 'staff', epoch: exampleIds.epoch, since: 41 } },
  problems: ['forbidden'],
  run: pull,
})

export const pullChangesAsStaff = route({
  name: 'pullChangesAsStaff',
  summary: 'The same for the streams `staff` and `me`',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/changes',
  who: 'staff',
  query: ChangesQuery,
  answer: { status: 200, schema: Pulled, example: exampleFrameForStaff },
  examples: { query: { stream: 'staff', epoch: exampleIds.epoch, since: 41 } },
  run: pull,
})
