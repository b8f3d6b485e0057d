import { SiteSettings } from '../../contract/settings.ts'
import { readSettings as read } from '../../features/reads/settings.ts'
import { exampleSettings } from '../examples/settings.ts'
import { route } from '../route.ts'

export const readSettings = route({
  name: 'readSettings',
  summary: 'How the site is set up, and where its tag has been seen',
  method: 'get',
  path: '/api/v1/admin/sites/{site}/settings',
  who: 'staff',
  answer: { status: 200, schema: SiteSettings, example: exampleSettings },
  problems: ['forbidden'],
  run: async ({ deps, viewer }) => ({ ...(await read(deps.store, viewer)), mail: deps.config.sendsMail }),
})
