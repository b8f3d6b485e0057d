import { cleanName } from '../../auth/names.ts'
import { staffOf } from '../../store/people.ts'
import { command } from '../command.ts'
import { rename } from '../rename.ts'

/** Says what one wants to be called, from now on and on everything posted before. */
export const personRename = command({
  name: 'person.rename',
  find: async unit => unit.viewer.person,
  access: () => 'allowed',
  async run(unit, person, input) {
    const { db, viewer } = unit
    const others = (await staffOf(db, viewer.site.id)).filter(staff => staff.id !== person.id)
    const name = cleanName(input.name, {
      brand: viewer.site.brand,
      staffNames: others.flatMap(staff => staff.name ?? []),
    })
    if (name !== person.name) await rename(unit, person, name)
    return person.id
  },
})
