import type { Chunk } from '../../build/chunk-list.ts'
import type { BuiltApp } from './built.ts'

/** Chunks that come with what a visitor does or meets now and then, and not with posting, voting, searching and reading. */
const ON_USE = [
  { what: 'the launcher and its panel', entry: 'widget/visitor/launcher.tsx', most: 1_600 },
  { what: 'what the launcher does beside the page', entry: 'widget/visitor/standing-by.tsx', most: 1_400 },
  { what: 'counting new replies', entry: 'widget/model/news.ts', most: 600 },
  { what: 'what the menu of the widget offers', entry: 'widget/visitor/header-choices.ts', most: 500 },
  {
    what: 'what stands where something is gone, closed or folded',
    entry: 'widget/thread/instead.ts',
    most: 1_000,
  },
  { what: 'one’s own conversations', entry: 'widget/model/mine.ts', most: 400 },
  { what: 'new posts, and what one asked for and is there', entry: 'widget/visitor/on-top.tsx', most: 800 },
  { what: 'finding that out', entry: 'widget/model/asked-for.ts', most: 400 },
  { what: 'what to expect of the team', entry: 'widget/visitor/expect.tsx', most: 600 },
  { what: 'the rules for private data', entry: 'widget/thread/private-data.ts', most: 800 },
  {
    what: 'the team’s last word on where a thread stands',
    entry: 'widget/thread/status-note.tsx',
    most: 500,
  },
  { what: 'going to the message that a link leads to', entry: 'widget/thread/jump.tsx', most: 600 },
  { what: 'whose reply is being answered', entry: 'widget/thread/replying-to.tsx', most: 350 },
  { what: 'long polls where no socket gets through', entry: 'widget/model/polling.ts', most: 250 },
  { what: 'what the page’s own script says', entry: 'widget/host/hosting.ts', most: 1_600 },
  {
    what: 'giving way to another language, or to other words',
    entry: 'widget/host/succeed.ts',
    most: 600,
  },
  { what: 'asking about what the page says', entry: 'widget/host/asking.ts', most: 1_500 },
  { what: 'telling the page what happens', entry: 'widget/host/events.ts', most: 600 },
  { what: 'the conversations without their looks', entry: 'widget/host/headless.ts', most: 600 },
  { what: 'one line for several widgets', entry: 'widget/api/lines.ts', most: 800 },
  { what: 'what narrows a list beside its controls', entry: 'widget/visitor/narrowed.tsx', most: 300 },
  { what: 'the list again where the feed broke off', entry: 'widget/model/home-reset.ts', most: 350 },
  { what: 'the next page of a list', entry: 'widget/model/list-more.ts', most: 500 },
  { what: 'the replies before those that are shown', entry: 'widget/model/earlier.ts', most: 400 },
  { what: 'forgetting the device', entry: 'widget/model/forget.ts', most: 500 },
  { what: 'being the brand’s customer', entry: 'widget/model/identify.ts', most: 500 },
  { what: 'one tab at a time where browsers have no locks', entry: 'widget/api/lease.ts', most: 600 },
  { what: 'pictures in a message', entry: 'widget/thread/pictures.tsx', most: 1_200 },
  { what: 'a picture in a window', entry: 'widget/thread/picture-viewer.tsx', most: 2_100 },
  { what: 'an address for letters', entry: 'widget/thread/email-field.tsx', most: 1_500 },
  { what: 'where letters go', entry: 'widget/model/letters.ts', most: 500 },
  { what: 'the brand’s privacy policy and terms', entry: 'widget/thread/papers.tsx', most: 400 },
  { what: 'choosing pictures', entry: 'widget/thread/picture-field.tsx', most: 1_900 },
  { what: 'pictures of a draft', entry: 'widget/thread/draft-pictures.ts', most: 500 },
  { what: 'uploading pictures', entry: 'widget/model/upload.ts', most: 600 },
  { what: 'which keys send', entry: 'widget/thread/keys-hint.tsx', most: 300 },
  { what: 'how much of a picture has left', entry: 'widget/thread/uploading.tsx', most: 300 },
  { what: 'a picture’s bytes', entry: 'widget/model/picture-bytes.ts', most: 400 },
  { what: 'names to mention', entry: 'widget/thread/mentions.tsx', most: 1_500 },
  { what: 'where else to read when nothing loads', entry: 'widget/visitor/elsewhere.tsx', most: 250 },
  { what: 'a list without rows', entry: 'widget/visitor/nothing.tsx', most: 800 },
  { what: 'the list that a menu opens', entry: 'widget/ui/menu-list.tsx', most: 500 },
  { what: 'saying what answers a question', entry: 'widget/thread/accept-button.tsx', most: 350 },
  { what: 'what is read out of what seldom happens', entry: 'widget/thread/notices.ts', most: 550 },
  { what: 'editing one’s own message', entry: 'widget/thread/edit-form.tsx', most: 450 },
  { what: 'what a message’s menu offers', entry: 'widget/thread/deeds.ts', most: 2_500 },
  { what: 'being taken along when a thread is merged', entry: 'widget/thread/moved.tsx', most: 700 },
  { what: 'how long to wait after too much', entry: 'widget/thread/wait.ts', most: 250 },
  { what: 'what to say when something was refused', entry: 'widget/thread/trouble.ts', most: 1_000 },
]

/** What may be sent to a browser, in bytes after Brotli at its best. A kB is 1,000 bytes. */
interface Budget {
  readonly title: string
  readonly app: BuiltApp['folder']
  readonly most: number
  /** The files that count, for one locale. */
  readonly files: (app: BuiltApp, locale: string) => string[]
}

const TAG = 'parla.js'

export const budgets: readonly Budget[] = [
  {
    title: 'the tag, which is all that loads while the widget is out of view',
    app: 'widget',
    most: 900,
    files: () => [TAG],
  },
  {
    title: 'the code before the conversation is readable: tag, app, styles and one language',
    app: 'widget',
    most: 18_000,
    files: (app, locale) => [TAG, ...filesOf(app.neededBy(widgetEntry(app, locale)))],
  },
  {
    title: 'realtime, after the first paint',
    app: 'widget',
    most: 10_000,
    files: (app, locale) => {
      const before = app.neededBy(widgetEntry(app, locale))
      const after = new Set(realtimeChunks(app, locale).flatMap(chunk => [...app.neededBy(chunk)]))
      return filesOf(after).filter(file => !filesOf(before).includes(file))
    },
  },
  {
    title: 'all that a visitor who posts, votes, searches and reads threads ever loads',
    app: 'widget',
    most: 38_000,
    files: journeyFiles,
  },
  ...ON_USE.map(
    ({ what, entry, most }): Budget => ({
      title: `${what}, when it is wanted`,
      app: 'widget',
      most,
      files: (app, locale) => {
        const chunks = chunksWith(app, locale, entry).flatMap(chunk => [...app.neededBy(chunk)])
        return filesOf(new Set(chunks)).filter(file => !journeyFiles(app, locale).includes(file))
      },
    }),
  ),
  {
    title: 'the element, which pages with a tag of their own never load',
    app: 'widget',
    most: 500,
    files: app => [`${app.hash}/en/element.js`],
  },
  {
    title: 'the page’s own words, beside what each script weighs more for asking',
    app: 'widget',
    most: 500,
    files: app => [`${app.hash}/en/own-text.js`],
  },
  {
    title: 'all that the team loads to answer on a page, and visitors never do',
    app: 'widget',
    most: 56_000,
    files: (app, locale) => [`${app.hash}/${locale}/team.js`],
  },
  {
    title: 'the first screen of the admin view',
    app: 'admin',
    most: 90_000,
    files: (app, locale) => {
      const folder = `${app.hash}/${locale}`
      const styles = [`${folder}/main.css`].filter(file => app.has(file))
      return [...filesOf(app.neededBy(app.chunk(`${folder}/main.js`))), ...styles]
    },
  },
]

export function widgetEntry(app: BuiltApp, locale: string): Chunk {
  return app.chunk(`${app.hash}/${locale}/app.js`)
}

/** The chunks that carry the connection. */
export function realtimeChunks(app: BuiltApp, locale: string): Chunk[] {
  return chunksWith(app, locale, 'widget/api/connection.ts')
}

/** All that may be fetched by somebody who does nothing of {@link ON_USE}; `test/browser/journey.test.ts` lives it. */
export function journeyFiles(app: BuiltApp, locale: string): string[] {
  const isOnUse = ({ modules }: Chunk) =>
    modules.some(module => module.startsWith('widget/staff/') || ON_USE.some(({ entry }) => entry === module))
  return [TAG, ...filesOf(app.everReachedFrom(widgetEntry(app, locale), isOnUse))]
}

function chunksWith(app: BuiltApp, locale: string, module: string): Chunk[] {
  return app.chunks.filter(
    ({ file, modules }) => file.startsWith(`${app.hash}/${locale}/`) && modules.includes(module),
  )
}

function filesOf(chunks: Iterable<Chunk>): string[] {
  return [...chunks].map(({ file }) => file)
}
