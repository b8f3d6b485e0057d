import { randomInt } from 'node:crypto'
import { hashToken } from '../lib/ids.ts'

/** No 0, 1, I, L, O, U: read aloud and typed from one window into another without a doubt. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP_LENGTH = 4

const group = () => Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** A secret that a person carries from one place to another; 19 random bits a group. */
export const newTypedCode = (groups: number): string => Array.from({ length: groups }, group).join('-')

/** As typed by a person: case and dashes do not matter. */
export const hashTypedCode = (typed: string): string =>
  hashToken(typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
