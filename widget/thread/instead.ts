import { Folded } from './folded.tsx'
import { Locked } from './locked.tsx'
import { Merged } from './merged.tsx'
import { Removal } from './removal.tsx'

/** What stands where something is gone, closed, merged or folded away, as one chunk: most people never meet it. */
export const instead = { Folded, Locked, Merged, Removal }
