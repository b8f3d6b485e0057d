const HUES = ['blue', 'violet', 'pink', 'green', 'orange', 'gray'] as const

/** The same person has the same colour everywhere. */
const hueOf = (id: string) => {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 9973
  return HUES[sum % HUES.length]
}

/** A circle for visitors, a rounded square for the team: a shape nobody can choose. Decoration beside the name. */
export const Avatar = ({ id, name, staff }: { id: string; name: string; staff: boolean }) => (
  <span class={`avatar ${staff ? 'team' : hueOf(id)}`} aria-hidden="true">
    {[...name.trim()][0]?.toUpperCase()}
  </span>
)
