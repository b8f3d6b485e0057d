// @vitest-environment jsdom
import { render } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { siteActions, staffActions } from '../../../server/features/access.ts'
import { roleMatrix } from '../../../server/features/reads/roles.ts'
import { RoleTable, TOLD } from './role-table.tsx'

const enforced: Readonly<Record<string, readonly string[]>> = { ...staffActions, ...siteActions }

it('[P7] shows for every action the roles that it is given to, each action in one line', () => {
  const told = Object.values(TOLD).flat() as string[]
  expect(told.toSorted()).toEqual(Object.keys(enforced).toSorted())
  const { container } = render(<RoleTable t={String as never} matrix={roleMatrix()} />)
  const [head, ...rows] = [...container.querySelectorAll('tr')].map(row =>
    [...row.children].map(cell => cell.textContent),
  )
  expect(rows.map(([name]) => name)).toEqual(Object.keys(TOLD).map(name => `may.${name}`))
  for (const [name = '', ...cells] of rows) {
    const actions = TOLD[name?.slice('may.'.length) as keyof typeof TOLD]
    const shown = head?.slice(1).filter((_, at) => cells[at] === 'set.yes')
    for (const action of actions) expect(shown, action).toEqual(enforced[action]?.map(role => `role.${role}`))
  }
})
