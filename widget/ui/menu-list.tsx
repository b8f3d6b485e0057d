import menu from '../styles/menu.css?inline'
import type { Choice } from './disclosure-menu.tsx'

interface Props {
  choices: readonly Choice[]
  close: () => void
}

/** What an open menu offers. */
export const MenuList = ({ choices, close }: Props) => (
  <ul>
    {choices.map(({ key, text, onChoose, dangerous, on }) => (
      <li key={key}>
        <button
          type="button"
          class={dangerous ? 'dangerous' : undefined}
          aria-pressed={on}
          onClick={() => {
            close()
            onChoose()
          }}
        >
          {text}
        </button>
      </li>
    ))}
  </ul>
)

export const menuStyles = menu
