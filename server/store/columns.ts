/** Milliseconds since 1970. SQLite INTEGER, Postgres bigint read as a number. */
export type Instant = number

/** 0 or 1: the two databases have no boolean in common. */
export type Flag = number

/** JSON as text, parsed by whoever draws it. */
export type Json = string
