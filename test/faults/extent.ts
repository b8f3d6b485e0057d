/** `npm run test:faults` sets it; without it every scenario runs a short version. */
export const FULL = process.env.PARLA_FAULTS === 'full'

/** How much of something: in short, and in full. */
export const extent = <T>(short: T, full: T): T => (FULL ? full : short)
