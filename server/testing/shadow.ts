import type { Change, Pulled, StreamName } from '../contract/feed.ts'
import type { OwnView } from '../contract/own.ts'
import type { MyState, Snapshot, ThreadDetail } from '../contract/reads.ts'
import type { TestClient } from './test-client.ts'
import { Refused } from './test-client.ts'

/** Every entity an audience can see, by `entity id`. */
export type Shadow = Map<string, unknown>

/** Reads all of it anew: what a client that just arrived would hold. */
export async function readShadow(
  client: TestClient,
  stream: StreamName,
  threadIds: string[],
): Promise<Shadow> {
  const shadow: Shadow = new Map()
  if (stream === 'me') {
    const { own } = await client.get<MyState>('me')
    for (const view of own) shadow.set(`own ${view.id}`, mark(view))
    return shadow
  }
  // The team is told of the site what everybody is.
  shadow.set('site', (await client.get<Snapshot>(`/api/v1/sites/${client.parts.site}/snapshot`)).site)
  for (const id of threadIds) {
    const detail = await detailOf(client, id)
    if (!detail) continue
    shadow.set(`thread ${id}`, detail.thread)
    shadow.set(`body ${id}`, detail.body)
    for (const reply of detail.replies) shadow.set(`reply ${reply.id}`, reply)
  }
  return shadow
}

/** Whether a mark says anything (any more). */
export const says = ({ voted, author, following, reported, mentioned }: OwnView): boolean =>
  voted || author || following || reported || mentioned

/** A mark's `seq` is its message's and moves with other people's votes, which change nothing of the mark. */
const mark = ({ seq: _, ...facts }: OwnView) => facts

async function detailOf(client: TestClient, id: string): Promise<ThreadDetail | null> {
  try {
    return await client.get<ThreadDetail>(`threads/${id}`)
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'not_found') return null
    throw error
  }
}

/** What a client does with changes. */
export function applyChanges(shadow: Shadow, changes: Change[]): Shadow {
  const next = new Map(shadow)
  for (const change of changes) {
    const key = change.entity === 'site' ? 'site' : `${change.entity} ${change.id}`
    if (change.op === 'del') next.delete(key)
    else if (change.entity === 'body') next.set(key, change.row.body)
    else next.set(key, change.entity === 'own' ? mark(change.row) : change.row)
  }
  // A mark that says nothing (any more) is the same as none.
  for (const [key, row] of next) if (key.startsWith('own ') && !says(row as OwnView)) next.delete(key)
  return next
}

/** The changes of an answer that must not be a reset. */
export function changesOf(pulled: Pulled): Change[] {
  if ('reset' in pulled) throw new Error(`Reset: ${pulled.reset}`)
  return pulled.changes
}
