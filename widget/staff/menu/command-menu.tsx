import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { useSignal } from '../../signals/render.ts'
import { Icon } from '../../ui/icon.tsx'
import { CHECK } from '../../ui/icons.ts'
import { isComposing } from '../shortcuts.ts'
import { useTeam } from '../team.ts'
import { fitting } from './fuzzy.ts'
import type { MenuOption, MenuState } from './menu.ts'

const sections = (options: readonly MenuOption[]) => {
  const found = new Map<string, MenuOption[]>()
  for (const option of options) {
    const name = option.section ?? ''
    found.set(name, [...(found.get(name) ?? []), option])
  }
  return [...found]
}

const Line = ({ option, chosen, onPick }: { option: MenuOption; chosen: boolean; onPick: () => void }) => {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
    <div
      class="menu-line"
      role="option"
      id={`option-${option.key}`}
      ref={line}
      aria-selected={chosen}
      onMouseDown={event => event.preventDefault()}
      onClick={onPick}
    >
      <bdi>{option.text}</bdi>
      {option.isOn && <Icon d={CHECK} />}
      <span class="menu-keys">
        {option.keys?.map(key => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </div>
  )
}

const OpenMenu = ({ menu }: { menu: MenuState }) => {
  const { menu: state, t } = useTeam()
  const dialog = useRef<HTMLDialogElement>(null)
  const typed = useSignal('')
  const at = useSignal(0)
  const groups = sections(fitting(menu.options(typed.value), typed.value))
  // In the order in which they are seen.
  const options = groups.flatMap(([, group]) => group)
  const chosen = options[Math.min(at.value, options.length - 1)]
  // At once: what is typed next belongs here.
  useLayoutEffect(() => dialog.current?.showModal(), [])

  /** The browser tells of a closing later: by then a choice may have opened another menu. */
  const close = () => {
    if (state.peek() === menu) state.value = null
  }
  const pick = (option: MenuOption | undefined) => {
    if (!option) return
    // First the focus goes back to where it was, then where the choice leads.
    dialog.current?.close()
    close()
    option.onChoose()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options.length) at.value = (at.peek() + step + options.length) % options.length
    else if (event.key === 'Home' && !typed.peek()) at.value = 0
    else if (event.key === 'End' && !typed.peek()) at.value = options.length - 1
    else if (event.key === 'Enter') pick(chosen)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own
    <dialog
      class="command-menu"
      ref={dialog}
      aria-label={menu.title}
      onClose={close}
      onClick={event => event.target === dialog.current && close()}
    >
      <input
        role="combobox"
        type="text"
        dir="auto"
        aria-label={menu.title}
        aria-expanded="true"
        aria-controls="menu-list"
        aria-activedescendant={chosen && `option-${chosen.key}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={menu.title}
        value={typed.value}
        onInput={event => {
          typed.value = event.currentTarget.value
          at.value = 0
        }}
        onKeyDown={press}
      />
      <div class="menu-list" id="menu-list" role="listbox" aria-label={menu.title}>
        {groups.map(([name, group]) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is none of a listbox
          <div key={name} role="group" aria-label={name || undefined}>
            {name && (
              <p class="menu-section" aria-hidden="true">
                {name}
              </p>
            )}
            {group.map(option => (
              <Line key={option.key} option={option} chosen={option === chosen} onPick={() => pick(option)} />
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <p class="menu-none" role="status">
          {(!typed.value && menu.none) || t('menu.none')}
        </p>
      )}
    </dialog>
  )
}

/** Everything one can do, by its name. The same field asks for a person or a label. */
export const CommandMenu = () => {
  const { menu } = useTeam()
  return menu.value && <OpenMenu key={menu.value.title} menu={menu.value} />
}
