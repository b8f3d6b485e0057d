import { domainToASCII } from 'node:url'
import { EMAIL_MAX } from '../contract/limits.ts'

const LOCAL_MAX = 64
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
/** What providers give out: no quotes, comments, spaces or other scripts. */
const LOCAL = new RegExp(`^${ATOM}(\\.${ATOM})*$`)
/** Before it is an ASCII name: letters of any script. The name's own rules are asked afterwards. */
const DOMAIN_TYPED = /^[\p{L}\p{M}\p{N}.-]+$/u
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * One plain address in the form in which it is written to, its domain in ASCII; null for anything else, such as two of
 * them, a display name, or what a mail server might read in another way than we do.
 */
export function readAddress(typed: string): string | null {
  const [local = '', domain = '', ...more] = typed.trim().split('@')
  if (more.length > 0 || local.length > LOCAL_MAX || !LOCAL.test(local)) return null
  if (!DOMAIN_TYPED.test(domain)) return null
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  const isName =
    labels.length > 1 && labels.every(label => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
  const address = `${local}@${ascii}`
  return isName && address.length <= EMAIL_MAX ? address : null
}

/** What stands for one mailbox, however its address is written: what follows a plus is the receiver's own. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at).replace(/\+.*$/, '')
  return `${local}${address.slice(at)}`.toLowerCase()
}

/** Who letters are from. */
export interface Sender {
  /** Empty: the address alone. */
  name: string
  address: string
}

/** `Acme <talk@acme.example>`, or the address alone; null for anything else. */
export function readSender(typed: string): Sender | null {
  const [, name = '', inner] = typed.match(/^([^<>"\\\p{Cc}]*)<([^<>]+)>$/u) ?? []
  const address = readAddress(inner ?? typed)
  return address === null ? null : { name: name.trim(), address }
}
