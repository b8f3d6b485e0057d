import { eventually as eventuallyWithin } from '../../server/testing/eventually.ts'

/** A browser that shares its machine may take its time; what is waited for is the condition. */
export const eventually: typeof eventuallyWithin = (condition, patience = 20_000) =>
  eventuallyWithin(condition, patience)
