import type { Viewer } from '../../../server/features/viewer.ts'
import { openStore } from '../../../server/store/open.ts'
import { findPerson } from '../../../server/store/people.ts'
import type { PersonRow, SiteRow } from '../../../server/store/rows.ts'
import type { Store } from '../../../server/store/store.ts'
import { createSite, createStaffMember, createVisitor } from '../../../server/testing/people.ts'
import { TEST_ORIGIN } from '../../../server/testing/test-app.ts'

/** Where the record is kept: as the server's environment says it. */
export type Where = { DATABASE_URL: string } | { DATA_DIR: string }

/** Somebody who takes part, and what they show at the door. */
export interface Member {
  viewer: Viewer & { person: PersonRow }
  token?: string
  cookie?: string
}

export interface Cast {
  site: SiteRow
  members: Member[]
}

/** Does something with the record from outside the servers. */
export async function withStore<T>(where: Where, work: (store: Store) => Promise<T>): Promise<T> {
  const databaseUrl = 'DATABASE_URL' in where ? where.DATABASE_URL : null
  const file = 'DATA_DIR' in where ? `${where.DATA_DIR}/parla.db` : ''
  const store = await openStore({ databaseUrl, file })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** A site with so many visitors and team members, written straight into the record. */
export async function createCastIn(store: Store, { visitors, team }: { visitors: number; team: number }) {
  const now = Date.now()
  const site = await createSite(store, 'Lume', [TEST_ORIGIN], now)
  const members: Member[] = []
  const join = async (personId: string, credentials: { token: string } | { cookie: string }) => {
    const person = (await store.read(db => findPerson(db, site.id, personId))) as PersonRow
    members.push({ viewer: { site, person, role: person.role }, ...credentials })
  }
  for (let i = 0; i < visitors; i++) {
    const { token, personId } = await createVisitor(store, site, `Visitor ${i}`, now)
    await join(personId, { token })
  }
  for (let i = 0; i < team; i++) {
    const { cookie, personId } = await createStaffMember(store, site, `Giulia ${i}`, 'agent', now)
    await join(personId, { cookie })
  }
  return { site, members } satisfies Cast
}

export const createCast = (where: Where, sizes: { visitors: number; team: number }): Promise<Cast> =>
  withStore(where, store => createCastIn(store, sizes))
