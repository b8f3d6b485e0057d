import { cleanup, render } from '@testing-library/preact'
import type { Snapshot } from '../../server/contract/reads.ts'
import type { ThreadView } from '../../server/contract/thread.ts'
import type { WidgetConfig } from '../config.ts'
import { createConversation } from '../model/conversation.ts'
import type { Conversation } from '../model/types.ts'
import { Visitor } from './visitor.tsx'

const page = { key: 'https://acme.example/', url: 'https://acme.example/' }
const config: WidgetConfig = {
  site: 's_acme',
  origin: 'https://talk.acme.example',
  mode: 'inline',
  scope: 'site',
  page,
  locale: 'en',
  theme: 'auto',
  headingLevel: 2,
}

export const snapshotOf = (threads: readonly ThreadView[], changed: Partial<Snapshot> = {}): Snapshot => ({
  protocol: 1,
  offers: ['images'],
  epoch: 'e_1',
  asOf: 1,
  site: {
    id: 's_acme',
    seq: 1,
    brand: 'Acme',
    locale: 'en',
    kinds: ['question', 'idea', 'problem'],
    closed: false,
    verifiedOnly: false,
    team: [],
  },
  counts: { all: threads.length, question: threads.length, idea: 0, problem: 0, praise: 0 },
  threads: [...threads],
  next: null,
  ...changed,
})

/** The widget as a visitor sees it, from a snapshot; `end` takes all of them away. */
export const createShowing = () => {
  const shown: Conversation[] = []
  return {
    show: (snapshot: Snapshot | Response) => {
      const answer = snapshot instanceof Response ? snapshot : Response.json(snapshot)
      const conversation = createConversation(config, Promise.resolve(answer))
      shown.push(conversation)
      const { container } = render(<Visitor conversation={conversation} config={config} adopt={() => {}} />)
      return { container, conversation }
    },
    end: () => {
      cleanup()
      for (const conversation of shown.splice(0)) conversation.destroy()
    },
  }
}
