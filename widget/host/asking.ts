import { ask } from './ask.ts'
import { offer } from './quote.ts'

/** What a page says for its visitors to ask, as one chunk. */
export const asking = { ask, offer }
