import { ConfigError } from '../config.ts'
import { AppError } from '../lib/app-error.ts'
import { DatabaseTooNew } from '../store/migrate.ts'
import { UsageError } from './usage-error.ts'

/** What to do about what the system said, by its code; SQLite's and Postgres's codes are among them. */
const ADVICE: readonly (readonly [codes: RegExp, advice: string])[] = [
  [/^EADDRINUSE$/, 'Another program listens there. Stop it, or choose another PORT.'],
  [
    /^(EACCES|EPERM|EROFS|SQLITE_READONLY)/,
    'Parla may not write there. Look at who owns DATA_DIR, and at PORT below 1024.',
  ],
  [
    /^(ENOSPC|EDQUOT|SQLITE_FULL|53100)/,
    'The disk is full. Make room, then start again: nothing that was acknowledged is lost.',
  ],
  [/^(ENOTDIR|EEXIST|SQLITE_CANTOPEN)/, 'DATA_DIR cannot be used as a folder.'],
  [/^SQLITE_(BUSY|LOCKED)/, 'Another program holds the database. Stop it, then start again.'],
  [/^SQLITE_(NOTADB|CORRUPT)/, 'The database file is damaged or no database. Restore it from a backup.'],
  [/^SQLITE_IOERR/, 'The disk does not answer as it should. Look at it before you start again.'],
  [
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|57P03)$/,
    'The database cannot be reached. Look at DATABASE_URL, and whether it runs.',
  ],
  [/^28/, 'The database refuses who we are. Look at user and password in DATABASE_URL.'],
  [/^3D000$/, 'There is no database of that name. Create it, or look at DATABASE_URL.'],
  [/^42501$/, 'The user in DATABASE_URL may not create tables there.'],
  [/^53300$/, 'The database takes no more connections.'],
]

/** What operators can mend gets sentences, without a stack; null for everything else, which is our defect. */
export function sentencesFor(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ([ConfigError, DatabaseTooNew, UsageError].some(kind => error instanceof kind)) return error.message
  const code = error instanceof AppError ? error.facts.detail : 'code' in error && String(error.code)
  const [, advice] = ADVICE.find(([codes]) => code && codes.test(code)) ?? []
  return advice ? `${error.message}\n${advice}` : null
}
