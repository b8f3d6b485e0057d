import type { CommandInput } from '../../contract/commands.ts'
import { AppError } from '../../lib/app-error.ts'
import { deleteLabel, findLabel, renameLabel, threadsLabelled, upsertLabel } from '../../store/labels.ts'
import { mayOnSite } from '../access.ts'
import { command } from '../command.ts'
import { touchThread } from '../touches.ts'
import type { Unit } from '../unit.ts'

/** Threads sent again at once; others show it when they are next read. */
const REFRESHED = 200

async function find(unit: Unit, { label: id }: { label: string }) {
  const { db, viewer } = unit
  const label = viewer.role && (await findLabel(db, viewer.site.id, id))
  if (!label) throw new AppError('not_found')
  return { label, threads: await threadsLabelled(db, id, REFRESHED) }
}

const access = ({ viewer }: Unit) => (mayOnSite(viewer.role, 'labels') ? 'allowed' : 'forbidden')

/** Makes a label before any thread bears it. */
export const labelAdd = command({
  name: 'label.add',
  find: async unit => unit.viewer.site,
  access,
  async run(unit, site, input: CommandInput<'label.add'>) {
    const name = input.name.replace(/\s+/g, ' ').trim()
    if (name === '') throw new AppError('text_empty')
    return (await upsertLabel(unit.db, site.id, name)).id
  },
})

/** Gives a label another name, wherever it is. */
export const labelRename = command({
  name: 'label.rename',
  find,
  access,
  async run(unit, { label, threads }, input: CommandInput<'label.rename'>) {
    const name = input.name.replace(/\s+/g, ' ').trim()
    if (name === '') throw new AppError('text_empty')
    if (!(await renameLabel(unit.db, label, name)))
      throw new AppError('invalid', { issues: [{ path: 'name', message: 'Another label has this name' }] })
    for (const thread of threads) touchThread(unit, thread)
    return label.id
  },
})

/** Takes a label off every thread, and away. */
export const labelDelete = command({
  name: 'label.delete',
  find,
  access,
  async run(unit, { label, threads }) {
    await deleteLabel(unit.db, label.id)
    for (const thread of threads) touchThread(unit, thread)
    return label.id
  },
})
