import { abroadThreads } from './threads-abroad.ts'
import { falenaThreads } from './threads-falena.ts'
import { italianThreads } from './threads-italian.ts'
import { lucciolaThreads } from './threads-lucciola.ts'
import { lucciolaIdeaThreads } from './threads-lucciola-ideas.ts'
import { repairThreads } from './threads-repairs.ts'
import { shippingThreads } from './threads-shipping.ts'
import { workshopThreads } from './threads-workshop.ts'
import type { SeedThread } from './types.ts'

export const conversations: readonly SeedThread[] = [
  ...workshopThreads,
  ...lucciolaThreads,
  ...lucciolaIdeaThreads,
  ...falenaThreads,
  ...repairThreads,
  ...shippingThreads,
  ...italianThreads,
  ...abroadThreads,
]
