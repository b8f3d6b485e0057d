/** The arguments make no sense; the message says how they would. */
export class UsageError extends Error {}
