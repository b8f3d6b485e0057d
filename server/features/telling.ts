import type { Unit } from './unit.ts'

/** Milliseconds in which more may be said before followers are written to: one letter for a lively exchange. */
const TELL_AFTER_MS = 3 * 60 * 1000

/** When those who follow a thread are to hear of what everybody may read from now on; null where no letters are sent. */
export const whenToTell = ({ mail, now }: Unit): number | null => (mail ? now + TELL_AFTER_MS : null)
