import type { ReplyView } from '../../contract/reply.ts'
import type { ThreadView } from '../../contract/thread.ts'
import type { HostedThread } from '../../features/reads/hosted.ts'
import { cutText } from '../../features/text/cut.ts'
import { plainText } from '../../features/text/parse.ts'
import { renderHosted, TakePart } from './frame.tsx'
import { KindMark, Standing, statusWord } from './marks.tsx'
import { Images, Reply, Votes } from './message.tsx'
import type { Page } from './page.ts'
import { listPath, placeOf, threadPath } from './page.ts'
import { By } from './person.tsx'
import { structuredData } from './structured-data.ts'
import { TextTree } from './text-tree.tsx'

/** Characters that lists of search results show of a page. */
const ABOUT_MAX = 160

/** A thread, from its first message on or from where an earlier page ended. */
export function renderThread(page: Page, read: HostedThread, after: number): string {
  const { site, tongue } = page
  const { thread, replies, answers, next } = read
  const here = new Set(replies.map(reply => reply.id))
  const above = answers.map(answer => answer.id)
  const text = cutText(plainText(read.body), ABOUT_MAX)
  return renderHosted(
    page,
    {
      title: `${thread.title} · ${site.brand}`,
      about: text,
      path: threadPath(site.id, thread.id, after),
      kind: 'article',
      data: after === 0 ? structuredData(page, read) : null,
    },
    <>
      <nav class="way">
        <a href={listPath(site.id)}>{tongue.say.parts('page.all', { brand: <bdi>{site.brand}</bdi> })}</a>
      </nav>
      <main>
        <article class="root" id={thread.id} lang={thread.language ?? undefined}>
          <p class="meta" lang={site.locale}>
            <KindMark kind={thread.kind} tongue={tongue} />
            <Standing thread={thread} tongue={tongue} />
            {thread.retitled && (
              <span>{tongue.say.parts('thread.retitled', { brand: <bdi>{site.brand}</bdi> })}</span>
            )}
            {thread.labels.map(({ id, name }) => (
              <bdi key={id} class="label">
                {name}
              </bdi>
            ))}
          </p>
          <h1 dir="auto">{thread.title}</h1>
          {after === 0 ? <Root read={read} page={page} /> : null}
        </article>
        {answers.map(answer => (
          <Answer key={answer.id} answer={answer} thread={thread} page={page} />
        ))}
        {after === 0 && <StatusNote thread={thread} page={page} />}
        <TakePart href={placeOf(site, thread)} page={page} />
        {thread.locked && <p class="closed">{tongue.say('thread.closed')}</p>}
        {replies.length > 0 && (
          <section class="replies" aria-labelledby="replies">
            <h2 id="replies">{tongue.say('page.replies')}</h2>
            {replies.map(reply => (
              <Reply key={reply.id} {...{ reply, thread, page, here }} answers={above} />
            ))}
          </section>
        )}
        {(after > 0 || next) && (
          <nav aria-labelledby="replies">
            {after > 0 && <a href={threadPath(site.id, thread.id)}>{tongue.say('page.beginning')}</a>}
            {next && (
              <a rel="next" href={threadPath(site.id, thread.id, next)}>
                {tongue.say('page.later')}
              </a>
            )}
          </nav>
        )}
      </main>
    </>,
  )
}

const Root = ({ read: { thread, body }, page }: { read: HostedThread; page: Page }) => (
  <>
    <div lang={page.site.locale}>
      <By author={thread.author} at={thread.createdAt} page={page}>
        {thread.editedAt !== null && <span>{page.tongue.say('thread.edited')}</span>}
      </By>
    </div>
    <TextTree tree={body} />
    <div lang={page.site.locale}>
      <Images images={thread.images} page={page} />
      <Votes votes={thread.votes} page={page} />
    </div>
  </>
)

/** The answer, on top; both facts about it, whoever stated them. */
const Answer = ({ answer, thread, page }: { answer: ReplyView; thread: ThreadView; page: Page }) => {
  const { say } = page.tongue
  const title = say(answer.official ? 'answer.byTeam' : 'answer.chosen')
  const id = `answer-${answer.id}`
  return (
    <section class="highlight" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <article>
        <By author={answer.author} at={answer.createdAt} page={page} />
        <TextTree tree={answer.body} lang={answer.language} />
        <Images images={answer.images} page={page} />
        {answer.accepted && (
          <p class="hint">{say.parts('answer.accepted', { name: <bdi>{thread.author.name}</bdi> })}</p>
        )}
        <Votes votes={answer.votes} page={page} />
      </article>
    </section>
  )
}

/** The team's last word on where a thread stands. */
const StatusNote = ({ thread, page }: { thread: ThreadView; page: Page }) => {
  const { say } = page.tongue
  const { status, statusNote: note } = thread
  if (!note || status === 'open') return null
  const title = say('standing.title', { status: say(statusWord(thread.kind, status)) })
  const reason = note.reason && <bdi>{note.reason}</bdi>
  return (
    <section class={`highlight ${status}`} aria-labelledby="standing">
      <h2 id="standing">{title}</h2>
      <By author={note.by} at={note.at} page={page} />
      {reason && (
        <p dir="auto">{status === 'declined' ? say.parts('standing.why', { reason }) : note.reason}</p>
      )}
      {note.link && /^https?:/.test(note.link) && (
        <p>
          <a href={note.link} rel="noopener">
            {say('standing.link')}
          </a>
        </p>
      )}
    </section>
  )
}
