import { RoleMatrix } from '../../contract/roles.ts'
import { roleMatrix } from '../../features/reads/roles.ts'
import { route } from '../route.ts'

export const readRoles = route({
  name: 'readRoles',
  summary: 'Which role may do what',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/roles',
  who: 'staff',
  answer: { status: 200, schema: RoleMatrix, example: roleMatrix() },
  run: async () => roleMatrix(),
})
