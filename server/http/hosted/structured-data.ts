import type { ImageView } from '../../contract/image.ts'
import type { PersonRef } from '../../contract/person.ts'
import type { ReplyView } from '../../contract/reply.ts'
import type { HostedThread } from '../../features/reads/hosted.ts'
import { plainText } from '../../features/text/parse.ts'
import type { Page } from './page.ts'
import { imagePath, listPath, threadPath } from './page.ts'

const CONTEXT = 'https://schema.org'

const time = (at: number) => new Date(at).toISOString()

/** A thread in the words of schema.org: an answered question, or a discussion. Says what the page shows, and no more. */
export function structuredData(page: Page, read: HostedThread): object {
  const { thread } = read
  return thread.kind === 'question' && thread.answered && read.answers.length > 0
    ? questionPage(page, read)
    : discussion(page, read)
}

function questionPage(page: Page, { thread, body, answers, replies }: HostedThread): object {
  const marked = new Set(answers.map(answer => answer.id))
  const others = replies.filter(reply => isWord(reply) && !marked.has(reply.id))
  return {
    '@context': CONTEXT,
    '@type': 'QAPage',
    mainEntity: {
      ...message(page, 'Question', thread),
      ...{ name: thread.title, text: plainText(body), url: addressOf(page, thread.id) },
      ...{ answerCount: thread.replies, upvoteCount: thread.votes },
      acceptedAnswer: answers.map(answer => answerOf(page, answer)),
      ...(others.length > 0 && { suggestedAnswer: others.map(reply => answerOf(page, reply)) }),
    },
  }
}

const answerOf = (page: Page, reply: ReplyView) => ({
  ...message(page, 'Answer', reply),
  ...{ text: plainText(reply.body), url: addressOf(page, reply.thread, reply.id), upvoteCount: reply.votes },
})

const discussion = (page: Page, { thread, body, replies }: HostedThread): object => ({
  '@context': CONTEXT,
  ...message(page, 'DiscussionForumPosting', thread),
  ...{ headline: thread.title, text: plainText(body), url: addressOf(page, thread.id) },
  interactionStatistic: [counter('LikeAction', thread.votes), counter('CommentAction', thread.replies)],
  isPartOf: { '@type': 'WebPage', url: page.publicUrl + listPath(page.site.id) },
  comment: replies.filter(isWord).map(reply => ({
    ...message(page, 'Comment', reply),
    ...{ text: plainText(reply.body), url: addressOf(page, reply.thread, reply.id) },
    interactionStatistic: [counter('LikeAction', reply.votes)],
  })),
})

/** Whether a reply says something that can still be read. */
const isWord = ({ visibility, status }: ReplyView) => visibility === 'public' && status === null

interface Message {
  author: PersonRef
  createdAt: number
  editedAt: number | null
  images?: ImageView[] | undefined
}

function message(page: Page, type: string, { author, createdAt, editedAt, images = [] }: Message) {
  const shown = images.filter(image => !image.hidden)
  return {
    '@type': type,
    author: {
      '@type': 'Person',
      name: author.name,
      ...(author.staff && { worksFor: { '@type': 'Organization', name: page.site.brand } }),
    },
    ...{ dateCreated: time(createdAt), datePublished: time(createdAt) },
    ...(editedAt !== null && { dateModified: time(editedAt) }),
    ...(shown.length > 0 && {
      image: shown.map(image => page.publicUrl + imagePath(page.site.id, image.id)),
    }),
  }
}

const counter = (type: string, count: number) => ({
  '@type': 'InteractionCounter',
  interactionType: { '@type': type },
  userInteractionCount: count,
})

const addressOf = ({ site, publicUrl }: Page, thread: string, reply?: string) =>
  publicUrl + threadPath(site.id, thread) + (reply ? `#${reply}` : '')
