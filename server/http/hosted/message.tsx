import type { ImageView } from '../../contract/image.ts'
import type { Removal } from '../../contract/moderation.ts'
import type { ReplyView } from '../../contract/reply.ts'
import type { ThreadView } from '../../contract/thread.ts'
import { statusWord } from './marks.tsx'
import type { Page } from './page.ts'
import { imagePath } from './page.ts'
import { By, When } from './person.tsx'
import { TextTree } from './text-tree.tsx'

/** A message's pictures, in room that is kept before they come. */
export const Images = ({ images = [], page }: { images: ImageView[] | undefined; page: Page }) => (
  <>
    {images.map((image, at) =>
      image.hidden ? (
        <p key={image.id} class="gone">
          {page.tongue.say.parts('image.removed', { brand: <bdi>{page.site.brand}</bdi> })}
        </p>
      ) : (
        <img
          key={image.id}
          src={imagePath(page.site.id, image.id)}
          width={image.width}
          height={image.height}
          loading="lazy"
          alt={image.alt || page.tongue.say('image.of', { at: at + 1, all: images.length })}
        />
      ),
    )}
  </>
)

export const Votes = ({ votes, page }: { votes: number; page: Page }) =>
  votes > 0 ? <p class="votes">{page.tongue.say('vote.count', { n: votes })}</p> : null

/** Why a message is gone. */
export const Removed = ({ removal, page }: { removal: Removal | null; page: Page }) => {
  const { say } = page.tongue
  const brand = <bdi>{page.site.brand}</bdi>
  if (removal?.by === 'author') return <>{say('thread.deleted')}</>
  const reason = removal?.reason && <bdi>{removal.reason}</bdi>
  return (
    <>
      {reason ? say.parts('thread.removed', { brand, reason }) : say.parts('thread.removedPlain', { brand })}
    </>
  )
}

interface ReplyProps {
  reply: ReplyView
  thread: ThreadView
  page: Page
  /** The answers shown in full at the top. */
  answers: readonly string[]
  /** Replies that can be gone to on the same page. */
  here: ReadonlySet<string>
}

/** One entry under a thread. */
export const Reply = ({ reply, thread, page, answers, here }: ReplyProps) => {
  const { say } = page.tongue
  const { id, author, to } = reply
  if (reply.visibility === 'removed')
    return (
      <p class="gone" id={id}>
        <Removed removal={reply.removal} page={page} />
      </p>
    )
  if (reply.status)
    return (
      <article class="change" id={id}>
        <p>
          {say.parts('standing.changed', {
            name: <bdi class="name">{author.name}</bdi>,
            status: <strong>{say(statusWord(thread.kind, reply.status))}</strong>,
          })}{' '}
          · <When at={reply.createdAt} page={page} />
        </p>
        <TextTree tree={reply.body} lang={reply.language} />
      </article>
    )
  const isAbove = answers.includes(id)
  const answered = to && say.parts('thread.replyTo', { name: <bdi>{to.author.name}</bdi> })
  return (
    <article id={id}>
      <By author={author} at={reply.createdAt} page={page} href={`#${id}`}>
        {author.id === thread.author.id && !author.staff && <small>{say('staff.author')}</small>}
        {reply.editedAt !== null && <span>{say('thread.edited')}</span>}
      </By>
      {to && (
        <p class="to">
          {here.has(to.id) ? <a href={`#${to.id}`}>{answered}</a> : answered}
          {to.quote && <q dir="auto">{to.quote}</q>}
        </p>
      )}
      {isAbove ? (
        <p class="above">
          <a href={`#answer-${id}`}>{say(reply.official ? 'answer.isOfficial' : 'answer.isAccepted')}</a>
        </p>
      ) : (
        <>
          <TextTree tree={reply.body} lang={reply.language} />
          <Images images={reply.images} page={page} />
          <Votes votes={reply.votes} page={page} />
        </>
      )}
    </article>
  )
}
