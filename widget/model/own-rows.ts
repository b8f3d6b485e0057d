import type { OwnView } from '../../server/contract/own.ts'
import type { Replica } from './replica.ts'

const ownCells = (replica: Replica) =>
  [...replica.cells].filter(([key]) => key.startsWith('own:')).map(([, cell]) => cell)

/** All the viewer's marks that are known. */
export const ownRows = (replica: Replica): OwnView[] =>
  ownCells(replica).flatMap(cell => (cell.row.peek() as OwnView | null | undefined) ?? [])

/** The viewer is nobody again. */
export const forgetOwnRows = (replica: Replica): void => {
  replica.leave('me')
  for (const cell of ownCells(replica)) {
    cell.seq = -1
    cell.row.value = null
  }
}
