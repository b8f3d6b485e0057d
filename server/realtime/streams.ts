import type { StreamName } from '../contract/feed.ts'
import type { Role } from '../contract/person.ts'
import type { Reader } from '../features/render.ts'
import type { Viewer } from '../features/viewer.ts'
import { AppError } from '../lib/app-error.ts'

/** A stream as the server tells it apart: what clients call `staff` and `me` differs by role and by person. */
export interface Stream {
  /** Unique within the site; also names the room. */
  key: string
  name: StreamName
  reader: Reader
  /** Only changes of this page, and those of every page. */
  page: string | null
}

/** The stream a viewer means. @throws AppError `unauthenticated` or `forbidden` */
export function resolveStream(name: StreamName, viewer: Viewer): Stream {
  if (name === 'me') {
    // What is theirs alone may be edited and deleted, which no pass allows.
    if (viewer.inline) throw new AppError('forbidden')
    if (!viewer.person) throw new AppError('unauthenticated')
    const { id } = viewer.person
    return { key: `me:${id}`, name, reader: { kind: 'me', personId: id }, page: null }
  }
  if (name === 'staff') {
    const inline = viewer.inline !== undefined
    const role = staffRole(viewer)
    const key = inline ? `inline:${role}` : `staff:${role}`
    return { key, name, reader: { kind: 'staff', role, inline }, page: null }
  }
  const page = name === 'public' ? null : name.slice('page:'.length)
  return { key: name, name, reader: { kind: 'public' }, page }
}

function staffRole({ role }: Viewer): Role {
  if (!role) throw new AppError('forbidden')
  return role
}
