import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MESSAGE_BYTES, MESSAGE_DEPTH } from '../contract/limits.ts'
import type { Problem } from '../contract/problem.ts'
import type { TestApp } from '../testing/test-app.ts'
import { startTestApp } from '../testing/test-app.ts'
import type { TestClient } from '../testing/test-client.ts'

let testApp: TestApp
let anna: TestClient

beforeAll(async () => {
  testApp = await startTestApp()
  anna = await testApp.visitor()
})
afterAll(() => testApp.close())

let keys = 0
const json = { 'content-type': 'application/json' }
const post = (path: string, body: BodyInit, headers: Record<string, string> = json) =>
  anna.request(path, {
    method: 'POST',
    body,
    headers: { 'idempotency-key': `refusals-${keys++}`, ...headers },
  })

async function expectProblem(response: Response, status: number, code: string): Promise<Problem> {
  const problem = (await response.json()) as Problem
  expect([response.status, problem.code, problem.status]).toEqual([status, code, status])
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(problem.type).toBe(`/api#problem-${code}`)
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|\n/)
  return problem
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  ['half an object', '{"name":', 400, 'malformed'],
  ['no JSON at all', 'name=Anna', 400, 'malformed'],
  ['nothing', '', 400, 'malformed'],
  ['a polluting key', '{"__proto__":{"admin":true}}', 400, 'malformed'],
  ['a polluting key further down', '{"name":{"constructor":{"prototype":{}}}}', 400, 'malformed'],
  ['a character no database stores', '{"name":"\\u0000"}', 400, 'malformed'],
  ['a nest', `{"name":${nested(MESSAGE_DEPTH)}}`, 400, 'too_deep'],
  ['a nest of thirty thousand', nested(30_000), 400, 'too_deep'],
  ['too much', JSON.stringify({ name: 'x'.repeat(MESSAGE_BYTES) }), 413, 'too_large'],
  ['an object where text is wanted', '{"name":{"$gt":""}}', 400, 'invalid'],
  ['a list where an object is wanted', '[]', 400, 'invalid'],
  ['null', 'null', 400, 'invalid'],
  ['a key nobody asked for', '{"name":"Anna","role":"owner"}', 400, 'invalid'],
])('[O3] a body of %s is refused and makes nobody', async (_what, body, status, code) => {
  const people = () => testApp.app.store.read(db => db.selectFrom('person').select('id').execute())
  const before = await people()
  await expectProblem(await post('devices', body), status, code)
  expect(await people()).toEqual(before)
})

test.each([
  ['text/plain', 'text/plain'],
  ['a form', 'application/x-www-form-urlencoded'],
  ['a multipart form', 'multipart/form-data; boundary=x'],
  ['a type that merely ends in JSON', 'text/x-application/json'],
  ['JSON in another charset', 'application/json; charset=utf-7'],
])('[O3] %s is no body to take', async (_what, type) => {
  await expectProblem(await post('devices', '{}', { 'content-type': type }), 415, 'unsupported_media')
})

test('[O3] a body without a type and a compressed one are refused', async () => {
  await expectProblem(await post('devices', new Blob(['{}']), {}), 415, 'unsupported_media')
  const packed = await post('devices', '{}', { ...json, 'content-encoding': 'gzip' })
  await expectProblem(packed, 415, 'unsupported_media')
})

test('[O3] every value that does not fit is named', async () => {
  const problem = await expectProblem(
    await post('commands/thread.post', JSON.stringify({ kind: 'rant', body: 7 })),
    400,
    'invalid',
  )
  expect(problem.issues?.map(issue => issue.path).sort()).toEqual(['body', 'kind', 'page'])
})

test.each([
  ['a kind there is not', 'threads?kind=rant', 400, 'invalid'],
  ['a parameter nobody asked for', 'threads?admin=true', 400, 'invalid'],
  ['one parameter twice', 'threads?kind=idea&kind=praise', 400, 'invalid'],
  ['a polluting parameter', 'threads?__proto__=x', 400, 'malformed'],
  ['a page size beyond the limit', 'threads?size=1000', 400, 'invalid'],
  ['a made-up cursor', 'threads?cursor=made-up', 400, 'invalid'],
  ['a character no database stores', 'search?q=%00', 400, 'malformed'],
  ['no words to look for', 'search', 400, 'invalid'],
  ['no pages to count', 'counts', 400, 'invalid'],
  ['an unknown thread', 'threads/t_doesNotExist00', 404, 'not_found'],
  ['an id that is none', 'threads/1%27%20or%201=1', 404, 'not_found'],
  ['an address that is none', 'threads/%E0%A4%A', 400, 'malformed'],
  ['another address', 'nothing', 404, 'not_found'],
])('[O3] asking for %s is refused', async (_what, path, status, code) => {
  await expectProblem(await anna.request(path), status, code)
})

test('[O3] an unknown site and an unknown address have their own codes', async () => {
  const unknown = await anna.request('/api/v1/sites/s_none/snapshot')
  await expectProblem(unknown, 404, 'site_unknown')
  await expectProblem(await anna.request('/api/v1/sites/none/snapshot'), 404, 'site_unknown')
  for (const path of ['/api/v1/nothing', '/api/v2', '/nothing', '/api/v1/sites'])
    await expectProblem(await anna.request(path), 404, 'not_found')
})

test('[R3] a thread of another site and an unknown one answer the same', async () => {
  const other = await testApp.addSite('Other')
  const bruno = await testApp.visitor('Bruno', other)
  const page = { key: 'k', url: 'https://other.example/' }
  const { id } = await bruno.run('thread.post', { page, kind: 'idea', body: 'Only here' })
  const answers = ['threads/{id}', 'threads/{id}/replies?before=9', 'messages/{id}/history'].map(
    async path => {
      const foreign = await anna.request(path.replace('{id}', id))
      const unknown = await anna.request(path.replace('{id}', 't_doesNotExist00'))
      expect(await foreign.text()).toBe(await unknown.text())
      expect(foreign.status).toBe(404)
    },
  )
  await Promise.all(answers)
  await expect(anna.run('vote.set', { id, on: true })).rejects.toMatchObject({
    problem: { code: 'not_found' },
  })
})

test('[O3] another method on a known address is told which ones there are', async () => {
  const response = await anna.request('snapshot', { method: 'PUT' })
  await expectProblem(response, 405, 'method_not_allowed')
  expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
  const session = await fetch(`${testApp.app.url}/api/v1/admin/session`, { method: 'PATCH' })
  expect(session.headers.get('allow')).toBe('POST, GET, DELETE, HEAD, OPTIONS')
})

test('[O3] a command without a key, with a bad key or of no known name is refused', async () => {
  const vote = JSON.stringify({ id: 't_doesNotExist00', on: true })
  for (const key of ['', 'short', 'with space in it', 'x'.repeat(65)])
    await expectProblem(
      await post('commands/vote.set', vote, { ...json, 'idempotency-key': key }),
      400,
      'invalid',
    )
  await expectProblem(await post('commands/vote.unset', vote), 404, 'command_unknown')
  await expectProblem(await post('commands/__proto__', vote), 404, 'command_unknown')
})

test('[W3] one key is one effect, and a conflict with another body', async () => {
  const key = { ...json, 'idempotency-key': 'one-and-the-same' }
  const thread = (body: string) =>
    JSON.stringify({ page: { key: 'k', url: 'https://lume.example/' }, kind: 'idea', body })
  const [first, again] = [
    await post('commands/thread.post', thread('A timer'), key),
    await post('commands/thread.post', thread('A timer'), key),
  ]
  expect(await again.json()).toEqual(await first.json())
  await expectProblem(await post('commands/thread.post', thread('A dimmer'), key), 409, 'conflict')
})

test('[P2] a wrong token, one of another site and none at all are nobody', async () => {
  const elsewhere = await testApp.visitor('Bruno', await testApp.addSite('Other'))
  const tokens = ['Bearer wrong', 'Basic YTpi', `Bearer ${elsewhere.token}`, '']
  for (const authorization of tokens)
    await expectProblem(await anna.request('me', { headers: { authorization } }), 401, 'unauthenticated')
  const pull = 'changes?stream=me&epoch=e&since=0'
  await expectProblem(await testApp.stranger().request(pull), 401, 'unauthenticated')
  await expectProblem(await anna.request('changes?stream=staff&epoch=e&since=0'), 403, 'forbidden')
})

test('[P2] a token that was dropped is worthless at once', async () => {
  const clara = await testApp.visitor('Clara')
  expect((await clara.request('me')).status).toBe(200)
  expect((await clara.request('devices/current', { method: 'DELETE' })).status).toBe(204)
  await expectProblem(await clara.request('me'), 401, 'unauthenticated')
})

test('[O3] bytes that are no HTTP end the connection and nothing else', async () => {
  const { port } = new URL(testApp.app.url)
  const answer = await new Promise<string>(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('\u0000 nonsense\r\n\r\n'))
    socket.once('data', data => resolve(String(data)))
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400/)
  expect((await anna.request('snapshot')).status).toBe(200)
})
