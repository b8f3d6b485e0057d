import type { Clock } from '../lib/clock.ts'
import { LETTERS_MS } from '../mail/post.ts'
import { forgetUnconfirmed } from '../store/addresses.ts'
import { forgetMailLinks } from '../store/mail-links.ts'
import { forgetSent } from '../store/mail-sent.ts'
import { forgetNews, forgetUntold } from '../store/news.ts'
import type { Job } from './runner.ts'

const DAY = 24 * 60 * 60 * 1000
const EVERY_MS = 10 * 60 * 1000
/** An address that nobody confirmed is kept so long, in which it can be asked again. */
export const UNCONFIRMED_MS = 7 * DAY
/** What was told so long ago is not shown again. */
const TOLD_MS = 30 * DAY

/** The job that forgets addresses nobody confirmed, links that lead nowhere any more, and who was written to when. */
export const createMailCare = ({ clock }: { clock: Clock }): Job => ({
  name: 'mail',
  every: EVERY_MS,
  async run(turn) {
    const now = clock.now()
    await turn.write(async db => {
      await forgetUnconfirmed(db, now - UNCONFIRMED_MS)
      await forgetMailLinks(db, now)
      await forgetSent(db, now - LETTERS_MS)
      await forgetNews(db, now - TOLD_MS)
      await forgetUntold(db, now - DAY)
    })
    return 'done'
  },
})
