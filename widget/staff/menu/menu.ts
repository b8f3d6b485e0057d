/** One line of the command menu. */
export interface MenuOption {
  readonly key: string
  readonly text: string
  readonly onChoose: () => void
  readonly section?: string
  /** Keys that do the same, as they are written. */
  readonly keys?: readonly string[]
  /** It holds already. */
  readonly isOn?: boolean
  /** Whatever is typed, at the end. */
  readonly always?: boolean
}

/** What the command menu asks; as long as it is null, the menu is closed. */
export interface MenuState {
  readonly title: string
  /** Said where there is nothing to choose from. */
  readonly none?: string
  readonly options: (typed: string) => readonly MenuOption[]
}
