import type { Phase } from '../phase.ts'

/** Nobody has seen a message of this author yet. */
export const first: Phase = ({ rules, known }) =>
  rules.first && !known ? { rule: 'first', found: null } : 'pass'
