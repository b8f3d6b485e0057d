import type { HeldFor } from '../contract/queue.ts'
import type { Candidate, Phase } from './phase.ts'
import { first } from './phases/first.ts'
import { links } from './phases/links.ts'
import { rate } from './phases/rate.ts'
import { repeat } from './phases/repeat.ts'
import { words } from './phases/words.ts'

/** The order is the policy: what weighs most is said first. */
const phases: readonly Phase[] = [words, links, repeat, rate, first]

/** Every reason to hold a message. None: it is public at once. */
export const examine = (candidate: Candidate): HeldFor[] =>
  phases.map(phase => phase(candidate)).filter(finding => finding !== 'pass')
