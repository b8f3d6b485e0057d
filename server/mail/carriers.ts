import type { Carrier } from '../jobs/delivery.ts'
import { sendQuestion } from './confirm-letter.ts'
import { sendNews } from './news-letter.ts'
import type { PostParts } from './post.ts'
import { createPost } from './post.ts'

/** Who carries out what the outbox keeps for the mail, by kind. */
export function mailCarriers(parts: PostParts): Readonly<Record<string, Carrier>> {
  const post = createPost(parts)
  return { question: sendQuestion(post), news: sendNews(post) }
}
