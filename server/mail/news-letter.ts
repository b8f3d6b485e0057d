import type { Item } from '../jobs/delivery.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { insertMailLink } from '../store/mail-links.ts'
import type { Told } from './draw-letter.tsx'
import { mailUrl, messageUrl } from './links.ts'
import { plainBrand, plainName, plainTitle } from './plain.ts'
import type { Post } from './post.ts'
import type { News, NewsItem } from './read-news.ts'
import { readNews } from './read-news.ts'
import { statusWord } from './status-word.ts'
import type { Say } from './texts.ts'
import { speak } from './texts.ts'

const DAY = 24 * 60 * 60 * 1000
/** A letter found months later can still be answered by wanting no more of them. */
const STOP_MS = 180 * DAY

/** Tells a follower what has been said, as far as they may still read it. @throws Error where it must wait its hour */
export const sendNews = (post: Post) => async (item: Item, signal: AbortSignal) => {
  const { store, clock, publicUrl } = post
  const news = await store.read(db => readNews(db, item.siteId ?? '', item.payload as NewsItem))
  if (!news) return
  const { address, site, thread, root, reason, entries } = news
  if (!(await post.count(item, address.address)))
    throw new Error('The mailbox has had its letters for this hour')
  const token = newToken()
  const language = address.language
  await store.write(db =>
    insertMailLink(db, {
      ...{
        hash: hashToken(token),
        site_id: site.id,
        person_id: address.person_id,
        purpose: 'stop',
        language,
      },
      ...{ thread_id: root.id, expires_at: clock.now() + STOP_MS },
    }),
  )
  const say = speak(language)
  const brand = plainBrand(site.brand)
  const place = { site, page: news.page, publicUrl: publicUrl() }
  const url = messageUrl(place, thread.id, entries[0]?.row.id ?? '')
  const stop = mailUrl(publicUrl(), token)
  await post.send(item.id, address.address, {
    subject: say(reason === 'voted' ? 'news.votedSubject' : 'news.subject', { brand }),
    content: {
      ...{ locale: language, brand, title: plainTitle(thread.title) },
      told: entries.map(entry => tell(say, brand, thread.kind, entry)),
      action: url === null ? null : { label: say('news.open'), url },
      footer: [say(reason === 'voted' ? 'why.voted' : 'why.follows')],
      stop: { label: say('why.stop'), url: stop },
    },
    about: root.id,
    headers: {
      'List-Unsubscribe': `<${stop}/stop>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
    signal,
  })
}

function tell(
  say: Say,
  brand: string,
  kind: News['thread']['kind'],
  { row, author, link }: News['entries'][number],
): Told {
  const own = plainName(author.name)
  const mark = author.staff ? 'staff' : author.label
  const name = mark ? say(mark, { name: own, brand }) : own
  const head =
    row.status === null
      ? say('news.wrote', { name })
      : say('news.status', { name, status: say(statusWord(kind, row.status)) })
  return { head, words: row.excerpt, see: link === null ? null : { label: say('news.see'), url: link } }
}
