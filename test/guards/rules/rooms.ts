import type { Rule } from '../rule.ts'
import { importRule, isPackage, within } from '../rule.ts'
import { isTest } from '../source-file.ts'

const LEAVES = ['server/contract/limits.ts', 'server/contract/errors.ts']
const isContract = within('server/contract')
const isServer = within('server')

/** What each room must not know of. Everything not named is free. */
const CLOSED_DOORS: Readonly<Record<string, readonly string[]>> = {
  lib: ['store', 'features', 'moderation', 'auth', 'http', 'realtime', 'jobs', 'mail'],
  store: ['features', 'moderation', 'auth', 'http', 'realtime', 'jobs', 'mail', 'cli'],
  moderation: ['http', 'realtime', 'jobs', 'cli'],
  auth: ['http', 'realtime', 'jobs', 'cli'],
  features: ['http', 'realtime', 'jobs', 'cli'],
  insights: ['http', 'realtime', 'jobs', 'cli'],
  jobs: ['http', 'realtime', 'cli'],
  mail: ['http', 'realtime', 'cli'],
}

/** Which way knowledge flows between the folders. */
export const roomRules: readonly Rule[] = [
  importRule({
    title: 'the contract imports only zod and itself',
    from: path => isContract(path) && !isTest(path),
    forbids: reference => !isContract(reference.target) && !isPackage(reference, 'zod'),
    sample: { 'server/contract/vote.ts': `import { newId } from '../lib/ids.ts'` },
  }),
  importRule({
    title: 'the leaf files of the contract import nothing',
    from: path => LEAVES.includes(path),
    forbids: () => true,
    sample: { 'server/contract/limits.ts': `import type { Kind } from './threads.ts'` },
  }),
  importRule({
    title:
      'the widget takes types from the contract, values from its leaf files, and no more from the server',
    from: path => within('widget')(path) && !isTest(path),
    forbids: ({ target, isType }) =>
      isServer(target) && !LEAVES.includes(target) && !(isContract(target) && isType),
    sample: {
      'widget/model/a.ts': `import { type Thread } from '../../server/contract/threads.ts'`,
      'widget/model/b.ts': `import type { Row } from '../../server/store/schema.ts'`,
    },
  }),
  importRule({
    title: 'the server never imports the widget',
    from: isServer,
    forbids: ({ target }) => within('widget')(target),
    sample: { 'server/http/pages/a.ts': `import type { Props } from '../../../widget/thread/card.tsx'` },
  }),
  ...Object.entries(CLOSED_DOORS).map(([room, closed]) =>
    importRule({
      title: `server/${room} knows nothing of ${closed.join(', ')}`,
      from: path => within(`server/${room}`)(path) && !isTest(path),
      forbids: ({ target }) => within(...closed.map(name => `server/${name}`))(target),
      sample: { [`server/${room}/a.ts`]: `import { hub } from '../realtime/hub.ts'` },
    }),
  ),
  importRule({
    title: 'nothing that is shipped knows the gallery',
    from: path => within('server', 'widget', 'demo', 'build')(path),
    forbids: ({ target }) => within('gallery')(target),
    sample: { 'widget/thread/a.ts': `import { thread } from '../../gallery/rows.ts'` },
  }),
  importRule({
    title: 'doubles for tests stay out of what is shipped',
    from: path => isServer(path) && !within('server/testing')(path) && !isTest(path),
    forbids: ({ target }) => within('server/testing')(target),
    sample: { 'server/app.ts': `import { TestApp } from './testing/test-app.ts'` },
  }),
  importRule({
    title: 'the atoms of the widget know only each other and their props',
    from: path => within('widget/ui')(path) && !isTest(path),
    forbids: ({ target }) =>
      within('widget/api', 'widget/model', 'widget/thread', 'widget/visitor', 'widget/staff')(target),
    sample: { 'widget/ui/button.tsx': `import { session } from '../model/session.ts'` },
  }),
  importRule({
    title: 'the maths of the looks knows nothing but itself',
    from: path => within('widget/looks')(path) && !isTest(path),
    forbids: ({ target }) => !within('widget/looks')(target),
    sample: { 'widget/looks/a.ts': `import { Card } from '../thread/thread-card.tsx'` },
  }),
  importRule({
    title: 'the state of the widget knows nothing of how it is drawn',
    from: path => within('widget/model')(path) && !isTest(path),
    forbids: ({ target }) => within('widget/ui', 'widget/thread', 'widget/visitor', 'widget/staff')(target),
    sample: { 'widget/model/a.ts': `import { Card } from '../thread/thread-card.tsx'` },
  }),
]
