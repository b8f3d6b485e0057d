import type { ThreadView } from '../../contract/thread.ts'
import type { HostedList } from '../../features/reads/hosted.ts'
import { renderHosted, TakePart } from './frame.tsx'
import { KindMark, Standing } from './marks.tsx'
import type { Page } from './page.ts'
import { listPath, placeOf, threadPath } from './page.ts'
import { Person, When } from './person.tsx'

/** A site's conversations, those with the newest words first. */
export function renderList(page: Page, { threads, next }: HostedList, after: string | undefined): string {
  const { site, tongue } = page
  const { brand, id } = site
  const title = tongue.say('page.list', { brand })
  return renderHosted(
    page,
    {
      title,
      about: tongue.say('page.about', { brand }),
      path: listPath(id, after),
      kind: 'website',
    },
    <main>
      <header class="top">
        <h1>{tongue.say.parts('page.list', { brand: <bdi>{brand}</bdi> })}</h1>
        <p class="about">{tongue.say.parts('page.about', { brand: <bdi>{brand}</bdi> })}</p>
        <TakePart href={partAt(page, threads)} page={page} />
      </header>
      {threads.length === 0 && <p class="none">{tongue.say('empty.title')}</p>}
      {threads.map(thread => (
        <Card key={thread.id} thread={thread} page={page} />
      ))}
      {(after || next) && (
        <nav aria-label={title}>
          {after && <a href={listPath(id)}>{tongue.say('page.newest')}</a>}
          {next && (
            <a rel="next" href={listPath(id, next)}>
              {tongue.say('page.older')}
            </a>
          )}
        </nav>
      )}
    </main>,
  )
}

/** The brand's page where somebody wrote last: there people can. */
function partAt({ site }: Page, threads: readonly ThreadView[]): string | null {
  const [newest = site.origins[0]] = threads.flatMap(thread => placeOf(site, thread) ?? [])
  if (newest === undefined) return null
  const place = new URL(newest)
  place.hash = ''
  return place.href
}

const Card = ({ thread, page }: { thread: ThreadView; page: Page }) => {
  const { site, tongue } = page
  const { id, answer, votes } = thread
  return (
    <article class="card">
      <p class="meta">
        <KindMark kind={thread.kind} tongue={tongue} />
        <Standing thread={thread} tongue={tongue} />
        {thread.pinned && <span>{tongue.say.parts('list.pinned', { brand: <bdi>{site.brand}</bdi> })}</span>}
      </p>
      <h2 dir="auto" lang={thread.language ?? undefined}>
        <a href={threadPath(site.id, id)}>{thread.title}</a>
      </h2>
      {thread.excerpt && (
        <p class="excerpt" dir="auto" lang={thread.language ?? undefined}>
          {thread.excerpt}
        </p>
      )}
      {answer && (
        <p class="answer" dir="auto">
          <Person person={answer.author} page={page} /> <span lang={answer.language}>{answer.excerpt}</span>
        </p>
      )}
      <p class="facts">
        <span>
          <Person person={thread.author} page={page} />
        </span>
        <span>
          <When at={thread.createdAt} page={page} />
        </span>
        {votes > 0 && <span>{tongue.say('vote.count', { n: votes })}</span>}
        {thread.replies > 0 && <span>{tongue.say('thread.replies', { n: thread.replies })}</span>}
      </p>
    </article>
  )
}
