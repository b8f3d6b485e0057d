import type { Phase } from '../phase.ts'

/** More within the hour than people have to say. What comes faster still is refused at the door. */
export const rate: Phase = ({ rules, recent }) =>
  rules.rate !== null && recent.length >= rules.rate
    ? { rule: 'rate', found: String(recent.length + 1) }
    : 'pass'
