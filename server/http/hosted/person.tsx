import type { ComponentChildren } from 'preact'
import type { PersonRef } from '../../contract/person.ts'
import type { Page } from './page.ts'

const HUES = ['blue', 'violet', 'pink', 'green', 'orange', 'gray'] as const

/** The same person has the same colour here as in the widget. */
function hueOf(id: string) {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973
  return HUES[sum % HUES.length]
}

/** A circle for visitors, a rounded square for the team: a shape nobody can choose. */
const Avatar = ({ id, name, staff }: PersonRef) => (
  <span class={`avatar ${staff ? 'team' : hueOf(id)}`} aria-hidden="true">
    {[...name.trim()][0]?.toUpperCase()}
  </span>
)

/** A name, and the badge or label that only the server's record can give. */
export const Person = ({ person: { name, staff, label }, page }: { person: PersonRef; page: Page }) => (
  <>
    <bdi class="name">{name}</bdi>
    {staff && (
      <span class="badge">
        {page.tongue.say.parts('staff.badge', { brand: <bdi>{page.site.brand}</bdi> })}
      </span>
    )}
    {label && <small>{page.tongue.say('staff.visitor')}</small>}
  </>
)

export const When = ({ at, page }: { at: number; page: Page }) => (
  <time dateTime={new Date(at).toISOString()}>{page.tongue.when(at)}</time>
)

interface ByProps {
  author: PersonRef
  at: number
  page: Page
  /** Of the message itself, where it has an address. */
  href?: string
  children?: ComponentChildren
}

/** Who wrote something, and when. */
export const By = ({ author, at, page, href, children }: ByProps) => (
  <div class="by">
    <Avatar {...author} />
    <Person person={author} page={page} />
    {children}
    {href ? (
      <a href={href}>
        <When at={at} page={page} />
      </a>
    ) : (
      <When at={at} page={page} />
    )}
  </div>
)
