import { expect, it } from 'vitest'
import type { CommandInput } from '../contract/commands.ts'
import { hostedThread } from '../features/reads/hosted.ts'
import { pngOf } from '../images/pictures.fixture.ts'
import { onBoth } from '../testing/on-both.ts'
import type { TestClient } from '../testing/test-client.ts'

const PAGE = { key: 'https://lume.example/lamp', url: 'https://lume.example/lamp?x=1', title: 'Lamp' }
const LINKS = 'https://a.example https://b.example https://c.example'
/** Ends a script, a comment, an attribute and an element of whatever it is put in. */
const HOSTILE = `</script><!-- ]]> --><img src=x onerror=hit()>"'&amp; \u2028`

interface Thing {
  '@type': string
  [name: string]: unknown
}

const dataOf = (html: string) => {
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1]
  return data === undefined ? null : (JSON.parse(data) as Thing)
}

onBoth('hosted pages', app => {
  const get = (path: string, init: RequestInit = {}) => {
    return fetch(app().app.url + path, { redirect: 'manual', ...init })
  }
  const read = async (path: string) => (await get(path)).text()
  const post = async (client: TestClient, body: string, kind: 'question' | 'idea' = 'question') =>
    (await client.run('thread.post', { page: PAGE, kind, body })).id
  const reply = async (client: TestClient, thread: string, body: string) =>
    (await client.run('reply.post', { thread, body })).id
  /** A site of its own, with people. */
  const set = async () => {
    const test = app()
    const site = await test.addSite('Lume')
    const people = {
      anna: await test.visitor('Anna', site),
      tom: await test.visitor('Tom', site),
      giulia: await test.staff('Giulia', 'owner', site),
    }
    return { site, path: `/c/${site.id}`, ...people }
  }

  it('[Q1] list the conversations of a site for everybody, without a script or a cookie', async () => {
    const { site, path, anna, giulia } = await set()
    expect(await read(path)).toContain('Nobody has written yet')
    const thread = await post(anna, 'Does it dim? I read at night')
    await reply(giulia, thread, 'Hold the switch')
    const answer = await get(path)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy':
        "default-src 'none';style-src 'self';img-src 'self' data:;base-uri 'none';form-action 'none';frame-ancestors 'none'",
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('x-robots-tag')).toBeNull()
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr">/)
    expect(html).toContain('<h1>Conversations with <bdi>Lume</bdi></h1>')
    expect(html).toContain(`<a href="/c/${site.id}/${thread}">Does it dim?</a>`)
    expect(html).toContain(
      '<bdi class="name">Giulia</bdi><span class="badge"><bdi>Lume</bdi> team</span> <span lang="en">Hold the switch</span>',
    )
    expect(html).toContain('1 reply')
    expect(html).toContain('<time datetime="2026-11-23T00:00:00.000Z">')
    expect(html).toContain(`<link rel="canonical" href="${app().app.url}${path}"/>`)
    expect(html).toContain('type="application/atom+xml"')
    expect(html).not.toMatch(/<script|style="|\son\w+="|noindex/)
  })

  it('[R4] page by page, in an order that neither repeats nor skips', async () => {
    const { path, anna } = await set()
    for (let i = 0; i < 23; i++) await post(anna, `Question ${i}?`)
    const first = await read(path)
    const next = /<a rel="next" href="([^"]+)"/.exec(first)?.[1] as string
    const second = await read(next)
    const titles = [first, second].map(html => [...html.matchAll(/>(Question \d+\?)<\/a>/g)].map(m => m[1]))
    expect(titles.map(list => list.length)).toEqual([20, 3])
    expect(new Set(titles.flat()).size).toBe(23)
    expect(second).not.toContain('rel="next"')
    expect(second).toContain('Newest conversations')
    expect(second).toContain(`rel="canonical" href="${app().app.url}${next}"`)
    for (const after of ['x', 'MQ', '%00', 'a'.repeat(300)])
      expect((await get(`${path}?after=${after}`)).status, after).toBe(404)
  })

  it('[Q2] show a thread with its answer, its replies in order, and what became of others', async () => {
    const { path, anna, tom, giulia } = await set()
    const thread = await post(anna, 'Does it dim? I read **at night**')
    const first = await reply(tom, thread, 'I would like to know too')
    const answer = await reply(giulia, thread, 'Hold the switch')
    const quoting = (await tom.run('reply.post', { thread, body: 'It does', to: answer })).id
    const gone = await reply(tom, thread, 'wombat words')
    const deleted = await reply(tom, thread, 'numbat words')
    await giulia.run('answer.official', { reply: answer, on: true })
    await giulia.run('message.hide', { id: gone, reason: 'off topic' })
    await tom.run('message.delete', { id: deleted })
    await tom.run('vote.set', { id: thread, on: true })
    const html = await read(`${path}/${thread}`)
    expect(html).toContain('<h1 dir="auto">Does it dim?</h1>')
    expect(html).toContain('<strong>at night</strong>')
    expect(html).toContain('2 votes')
    expect(html).toContain('Official answer')
    const places = [first, answer, quoting, gone, deleted].map(id => html.indexOf(` id="${id}"`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(html.match(/Hold the switch<\/p>/g)).toHaveLength(1)
    expect(html).toContain(`<a href="#answer-${answer}">The official answer, shown above</a>`)
    expect(html).toContain(`<a href="#${answer}">In reply to <bdi>Giulia</bdi></a>`)
    expect(html).toContain('Removed by <bdi>Lume</bdi>: <bdi>off topic</bdi>')
    expect(html).toContain('Deleted by its author')
    expect(html).not.toMatch(/wombat|numbat/)
    expect(html).toContain(`href="https://lume.example/lamp?x=1#parla-${thread}"`)
    expect(html).toContain('Take part on <bdi dir="ltr">lume.example</bdi>')
    expect(html).toContain(`<link rel="canonical" href="${app().app.url}${path}/${thread}"/>`)
    expect(html).toContain('<meta name="description" content="Does it dim? I read at night"/>')
    expect(html).toContain('<meta property="og:title" content="Does it dim? · Lume"/>')
  })

  it('[P18] [U8] [U9] say who is only called like the team, whose words the title is, and what is in which language', async () => {
    const { site, path, anna, giulia } = await set()
    const namesake = await app().visitor('Lume Fan', site)
    const thread = await post(anna, 'Does it dim?')
    const german = 'Das ist nicht die richtige Lampe, und ich kann sie nicht öffnen.'
    await reply(namesake, thread, german)
    await reply(giulia, thread, 'Hold the switch')
    await giulia.run('thread.retitle', { thread, title: 'Dimming' })
    const html = await read(`${path}/${thread}`)
    expect(html).toContain('<bdi class="name">Lume Fan</bdi><small>Visitor</small>')
    expect(html.match(/<small>Visitor/g)).toHaveLength(1)
    expect(html).toContain('<span>Title by <bdi>Lume</bdi></span>')
    expect(html).toContain(`<div class="text" lang="de"><p dir="auto">${german}</p></div>`)
  })

  it('[Q2] tell machines of an answered question, and of anything else as a discussion', async () => {
    const { path, anna, tom, giulia } = await set()
    const question = await post(anna, 'Does it dim? I read at night')
    const other = await reply(tom, question, 'No idea')
    const answer = await reply(giulia, question, 'Hold the switch')
    await tom.run('vote.set', { id: answer, on: true })
    expect(dataOf(await read(`${path}/${question}`))).toMatchObject({ '@type': 'DiscussionForumPosting' })
    await giulia.run('answer.official', { reply: answer, on: true })
    const address = `${app().app.url}${path}/${question}`
    expect(dataOf(await read(`${path}/${question}`))).toMatchObject({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        ...{ name: 'Does it dim?', text: 'Does it dim? I read at night', url: address, answerCount: 2 },
        author: { '@type': 'Person', name: 'Anna' },
        dateCreated: '2026-11-23T00:00:00.000Z',
        acceptedAnswer: [
          {
            ...{ '@type': 'Answer', text: 'Hold the switch', upvoteCount: 1, url: `${address}#${answer}` },
            author: { name: 'Giulia', worksFor: { name: 'Lume' } },
          },
        ],
        suggestedAnswer: [{ '@type': 'Answer', text: 'No idea', url: `${address}#${other}` }],
      },
    })
    const idea = await post(anna, 'Make it dim', 'idea')
    await reply(tom, idea, 'Yes')
    await giulia.run('thread.status', { thread: idea, status: 'planned', reason: 'In May' })
    const data = dataOf(await read(`${path}/${idea}`))
    expect(data).toMatchObject({
      ...{ '@type': 'DiscussionForumPosting', headline: 'Make it dim' },
      comment: [{ '@type': 'Comment', text: 'Yes', author: { name: 'Tom' } }],
    })
    expect(data?.comment).toHaveLength(1)
  })

  it('[Q2] long threads come in pages, each told of by its own address', async () => {
    const { path, anna, tom } = await set()
    const thread = await post(anna, 'Count with me')
    for (let i = 1; i <= 53; i++) await reply(tom, thread, `Number ${i}.`)
    const first = await read(`${path}/${thread}`)
    const next = /<a rel="next" href="([^"]+)"/.exec(first)?.[1] as string
    const second = await read(next)
    const numbers = [first, second].map(html =>
      [...html.matchAll(/<p dir="auto">Number (\d+)/g)].map(m => Number(m[1])),
    )
    expect(numbers.flat()).toEqual(Array.from({ length: 53 }, (_, at) => at + 1))
    expect(second).toContain(`<a href="${path}/${thread}">From the beginning</a>`)
    expect(dataOf(second)).toBeNull()
    for (const after of ['999999999', '-1', 'x', '1.5', '9'.repeat(20)])
      expect((await get(`${path}/${thread}?after=${after}`)).status, after).toBe(404)
  })

  it('[Q3] lead on where a thread was merged, and back when it is parted', async () => {
    const { path, anna, giulia } = await set()
    const [one, other] = [await post(anna, 'Make it dim', 'idea'), await post(anna, 'A dimmer', 'idea')]
    await giulia.run('thread.merge', { thread: one, into: other })
    const moved = await get(`${path}/${one}`)
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${path}/${other}`])
    // A browser that keeps a permanent move for ever would never see it undone.
    expect(moved.headers.get('cache-control')).toBe('no-cache')
    expect(await read(`${path}/sitemap.xml`)).not.toContain(one)
    await giulia.run('thread.unmerge', { thread: one })
    expect((await get(`${path}/${one}`)).status).toBe(200)
  })

  it('[Q3] say calmly that something is gone, and tell nothing of what never was public', async () => {
    const { path, anna, giulia } = await set()
    const thread = await post(anna, 'wombat words in a title')
    await reply(anna, thread, 'numbat words')
    await giulia.run('message.hide', { id: thread, reason: 'off topic' })
    const gone = await get(`${path}/${thread}`)
    const html = await gone.text()
    expect([gone.status, gone.headers.get('x-robots-tag')]).toEqual([410, 'noindex'])
    expect(html).toContain('This conversation is gone')
    expect(html).toContain('Removed by <bdi>Lume</bdi>: <bdi>off topic</bdi>')
    expect(html).toContain(`href="${path}"`)
    expect(html).not.toMatch(/wombat|numbat/)
    const held = await post(anna, `tapir ${LINKS}`)
    const spam = await post(anna, 'Buy my watches')
    await giulia.run('message.spam', { id: spam })
    const elsewhere = await post((await set()).anna, 'On another site')
    const answers = await Promise.all(
      [held, spam, elsewhere, 't_unknown'].map(async id => {
        const answer = await get(`${path}/${id}`)
        return [answer.status, await answer.text()] as const
      }),
    )
    expect(new Set(answers.map(([status]) => status))).toEqual(new Set([404]))
    expect(new Set(answers.map(([, text]) => text)).size).toBe(1)
    for (const page of [path, `${path}/feed.xml`, `${path}/sitemap.xml`])
      expect(await read(page)).not.toMatch(
        new RegExp(`wombat|numbat|tapir|watches|${held}|${thread}|${spam}`),
      )
  })

  it('[Q4] let no text out of its place, in no position', async () => {
    const { site, path, giulia } = await set()
    const test = app()
    const author = await test.visitor('Bobby', site)
    await giulia.run('site.configure', { brand: `Lume ${HOSTILE}`.slice(0, 80) })
    const image = await author.upload(pngOf(4, 3))
    const page = {
      ...PAGE,
      title: HOSTILE,
      url: `https://lume.example/lamp?q=${encodeURIComponent(HOSTILE)}`,
    }
    const body = `${HOSTILE}\n\n[${HOSTILE}](https://a.example/"onmouseover=hit)\n\n\`${HOSTILE}\``
    const images = [{ id: image, alt: HOSTILE }]
    const thread = (await author.run('thread.post', { page, kind: 'question', body, images })).id
    await giulia.run('thread.label', { thread, label: HOSTILE.slice(0, 40), on: true })
    const answer = await reply(giulia, thread, body)
    await giulia.run('answer.official', { reply: answer, on: true })
    const hidden = await reply(author, thread, 'Hide me')
    await giulia.run('message.hide', { id: hidden, reason: HOSTILE })
    const pages = await Promise.all([path, `${path}/${thread}`, `${path}/${hidden}`].map(read))
    for (const page of pages) {
      const html = page.replace(/(ld\+json">).*?(<\/script>)/, '$1$2')
      expect(html).not.toMatch(/<img src=x|<!-- \]\]|"onmouseover/)
      expect(html.match(/<\/script>/g) ?? []).toHaveLength(html.includes('ld+json') ? 1 : 0)
    }
    const data = dataOf(pages[1] as string) as { mainEntity: Thing } | null
    expect(data?.mainEntity.text).toContain('</script><!-- ]]>')
    expect(pages[1]).toContain('alt="&lt;/script>&lt;!-- ]]>')
    const feed = await read(`${path}/feed.xml`)
    expect(feed).not.toMatch(/<img|\]\]>|<script|<\/script/)
    expect(feed).toContain('&lt;/script&gt;&lt;!-- ]]&gt; --&gt;')
  })

  it('[Q4] lead to the brand’s own pages alone', async () => {
    const { path, anna } = await set()
    for (const url of ['https://evil.example/x', 'http://lume.example/x', 'https://a:b@lume.example/x']) {
      const page = { key: url, url, title: 'Elsewhere' }
      const thread = (await anna.run('thread.post', { page, kind: 'idea', body: `From ${url.length}` })).id
      const html = await read(`${path}/${thread}`)
      expect(html).not.toMatch(/evil|a:b@|Take part/)
    }
    expect(await read(path)).toContain('href="https://lume.example/"')
  })

  it('[Q5] are read again only when they have changed', async () => {
    const { path, anna, tom } = await set()
    const thread = await post(anna, 'Does it dim?')
    const address = `${path}/${thread}`
    const tag = (await get(address)).headers.get('etag') as string
    const again = () => get(address, { headers: { 'if-none-match': `"x", ${tag}` } })
    expect((await again()).status).toBe(304)
    // What happens elsewhere on the site is nothing to those who read this.
    await post(tom, 'Something else')
    expect((await again()).status).toBe(304)
    await reply(tom, thread, 'It does')
    const changed = await again()
    expect([changed.status, await changed.text()]).toEqual([200, expect.stringContaining('It does')])
    const head = await get(address, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('etag')).toBe(changed.headers.get('etag'))
    const packed = await get(address, { headers: { 'accept-encoding': 'br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
  })

  it('[Q5] take no other method, and refuse no page for who asks', async () => {
    const { path, anna } = await set()
    const thread = await post(anna, 'Does it dim?')
    for (const address of [path, `${path}/${thread}`, `${path}/feed.xml`, `${path}/sitemap.xml`])
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const answer = await get(address, { method })
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
      }
    const headers = { cookie: 'parla=x', authorization: 'Bearer x', origin: 'https://evil.example' }
    expect(await (await get(path, { headers })).text()).toBe(await read(path))
  })

  it('[Q6] are in the language of the site, and refusals of no site in that of the reader', async () => {
    const { path, anna, giulia } = await set()
    const thread = (
      await anna.run('thread.post', { page: PAGE, kind: 'idea', body: 'Dimmen bitte', language: 'de' })
    ).id
    await giulia.run('site.configure', { locale: 'ar', timeZone: 'Asia/Riyadh', look: { accent: '#aa3355' } })
    const html = await read(`${path}/${thread}`)
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
    expect(html).toContain('lang="de"')
    expect(html).toContain('23 نوفمبر 2026')
    expect(html).toContain('href="/c/accent/aa3355.css"')
    const style = await get('/c/accent/aa3355.css')
    expect([await style.text(), style.headers.get('cache-control')]).toEqual([
      ':root{--accent:#aa3355}',
      'public, max-age=31536000, immutable',
    ])
    expect(style.headers.get('content-type')).toMatch(/^text\/css/)
    for (const colour of ['red', 'aa335', 'AA3355', 'aa3355%7D*%7Bdisplay:none'])
      expect((await get(`/c/accent/${colour}.css`)).status, colour).toBe(404)
    expect(await read(`${path}/t_unknown`)).toContain('<html lang="ar"')
    for (const address of ['/c/s_unknown', '/c/s_unknown/t_1', '/c/nothing', '/c/s_unknown/feed.xml']) {
      const missing = await get(address, { headers: { 'accept-language': 'it' } })
      expect(missing.status).toBe(404)
      expect(await missing.text()).toContain('Qui non c’è nulla da leggere')
      expect(missing.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('[Q7] are not there where the team does not want them, or not everybody may take part', async () => {
    const { path, anna, giulia } = await set()
    const thread = await post(anna, 'Does it dim?')
    const addresses = [path, `${path}/${thread}`, `${path}/feed.xml`, `${path}/sitemap.xml`]
    const statuses = async () => Promise.all(addresses.map(async address => (await get(address)).status))
    expect(await statuses()).toEqual([200, 200, 200, 200])
    for (const setting of [
      { hosted: 'off' },
      { verifiedOnly: true },
      { origins: [] },
    ] satisfies CommandInput<'site.configure'>[]) {
      await giulia.run('site.configure', setting)
      expect(await statuses(), JSON.stringify(setting)).toEqual([404, 404, 404, 404])
      await giulia.run('site.configure', {
        ...{ hosted: 'indexed', verifiedOnly: false, origins: ['https://lume.example'] },
      })
      expect(await statuses()).toEqual([200, 200, 200, 200])
    }
    await giulia.run('site.configure', { hosted: 'unindexed' })
    expect(await statuses()).toEqual([200, 200, 200, 404])
    const answer = await get(`${path}/${thread}`)
    expect(answer.headers.get('x-robots-tag')).toBe('noindex')
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"/>')
  })

  it('[Q8] have a newsfeed with ids that last, and a map of all addresses', async () => {
    const { path, anna, tom } = await set()
    const thread = await post(anna, 'Does it dim? I read at night')
    const feed = await get(`${path}/feed.xml`)
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const atom = await feed.text()
    expect(atom).toMatch(
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
    )
    const ids = [...atom.matchAll(/<id>(urn:uuid:[0-9a-f-]{36})<\/id>/g)].map(match => match[1])
    expect(new Set(ids).size).toBe(2)
    expect(atom).toContain('<title>Does it dim?</title>')
    expect(atom).toContain('<author><name>Anna</name></author>')
    expect(atom).toContain('<summary>I read at night</summary>')
    expect(atom).toContain(`href="${app().app.url}${path}/${thread}"`)
    await reply(tom, thread, 'It does')
    const later = await read(`${path}/feed.xml`)
    for (const id of ids) expect(later).toContain(id)
    const map = await get(`${path}/sitemap.xml`)
    expect(map.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(await map.text()).toContain(
      `<url><loc>${app().app.url}${path}/${thread}</loc><lastmod>2026-11-23T00:00:00.000Z</lastmod></url>`,
    )
    expect((await get(`${path}/sitemap-1.xml`)).status).toBe(200)
    for (const part of ['0', '2', '01', 'x', '-1'])
      expect((await get(`${path}/sitemap-${part}.xml`)).status, part).toBe(404)
  })

  it('[Q2] read nothing of what they do not show', async () => {
    const { site, anna, giulia } = await set()
    const thread = await post(anna, 'Does it dim?')
    await reply(anna, thread, `tapir ${LINKS}`)
    await giulia.run('note.add', { thread, body: 'wombat between us' })
    const { replies } = await hostedThread(app().app.store, site.id, { id: thread, after: 0 })
    expect(replies).toEqual([])
  })
})
