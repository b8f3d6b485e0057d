import type { Generated } from 'kysely'
import type { Role } from '../contract/person.ts'
import type { Instant } from './columns.ts'

export interface PersonTable {
  id: string
  site_id: string
  account_id: string | null
  role: Role | null
  name: string | null
  /** The brand's own id of a customer it vouched for. */
  sub: Generated<string | null>
  /** The brand's word; shown to nobody. */
  email: Generated<string | null>
  /** The name in the last token, which may be another than they chose since. */
  token_name: Generated<string | null>
  /** Who everything of theirs belongs to now. */
  claimed_by: Generated<string | null>
  created_at: Instant
  /** Since when they may write no more; null: they may. */
  banned_at: Instant | null
  /** Since when their messages are not examined; null: they are. */
  trusted_at: Instant | null
}

/** Signs the tokens of a brand's customers. */
export interface SiteSecretTable {
  id: string
  site_id: string
  secret: string
  created_at: Instant
  ends_at: Instant | null
}

/** An identity token counts once; kept until it has expired. */
export interface UsedTokenTable {
  site_id: string
  jti: string
  expires_at: Instant
  sub: string
  /** The person of the device that used it. */
  person_id: string
}

/** A staff member's login, across sites. */
export interface AccountTable {
  id: string
  email: string
  name: string
  password_hash: string
  created_at: Instant
}

export interface DeviceTable {
  token_hash: string
  site_id: string
  person_id: string
  created_at: Instant
  seen_at: Instant
}

export interface SessionTable {
  token_hash: string
  account_id: string
  /** What the browser called itself, shortened. */
  agent: Generated<string>
  created_at: Instant
  seen_at: Instant
}

/** Lets somebody of the team answer on a brand's page; before it is claimed, the code for it. */
export interface PassTable {
  hash: string
  /** It lives no longer than this session. */
  session_hash: string
  site_id: string
  person_id: string
  /** What they were when they asked: with another role it is over. */
  role: Role
  /** The only origin it counts for. */
  origin: string
  /** Of a code: what the page has to know besides. Null for a pass. */
  state_hash: string | null
  created_at: Instant
  expires_at: Instant
}

export interface SetupCodeTable {
  code_hash: string
  created_at: Instant
}

export interface InvitationTable {
  id: string
  token_hash: string
  site_id: string
  role: Role
  made_by: string
  created_at: Instant
  expires_at: Instant
}
