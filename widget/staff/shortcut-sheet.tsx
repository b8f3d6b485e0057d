import { useLayoutEffect, useRef } from 'preact/hooks'
import { isApple } from '../ui/platform.ts'
import { MOVES } from './moves/moves.ts'
import { useTeam } from './team.ts'

/** What the keys beside the moves do, in the order of the list. */
const walking = [
  ['j', 'keys.next'],
  ['k', 'keys.previous'],
  ['Enter', 'keys.open'],
  ['Esc', 'keys.back'],
  ['x', 'keys.select'],
  ['Shift j/k', 'keys.extend'],
  ['/', 'keys.search'],
  ['1…5', 'keys.kind'],
  ['g i', 'keys.goInbox'],
] as const
const rest = [
  ['z', 'keys.undo'],
  ['.', 'keys.more'],
  ['?', 'keys.sheet'],
] as const

const Keys = ({ written, text }: { written: string; text: string }) => (
  <div>
    <dt>
      {written.split(' ').map(key => (
        <kbd key={key}>{key}</kbd>
      ))}
    </dt>
    <dd>{text}</dd>
  </div>
)

/** Every key there is, and the switch for those that need no other key beside them. */
export const ShortcutSheet = () => {
  const { me, rooms, sheet, singleKeys, t } = useTeam()
  const mod = isApple() ? '⌘' : 'Ctrl'
  const dialog = useRef<HTMLDialogElement>(null)
  const open = sheet.value
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  const close = () => {
    sheet.value = false
  }
  return (
    <dialog class="sheet key-sheet" ref={dialog} aria-labelledby="sheet-title" onClose={close}>
      <div class="sheet-head">
        <h2 id="sheet-title">{t('keys.title')}</h2>
        <button type="button" class="quiet" onClick={close}>
          {t('keys.close')}
        </button>
      </div>
      <dl>
        <Keys written={`${mod} K`} text={t('menu.title')} />
        {walking.map(([key, text]) => (
          <Keys key={key} written={key} text={t(text)} />
        ))}
        {rooms
          .filter(({ isFor }) => isFor?.(me) ?? true)
          .map(({ name, key, text }) => (
            <Keys key={name} written={`g ${key}`} text={t(text)} />
          ))}
        {MOVES.map(({ name, key, text }) => key && <Keys key={name} written={key} text={t(text)} />)}
        <Keys written={`${mod} Enter`} text={t('keys.send')} />
        {rest.map(([key, text]) => (
          <Keys key={key} written={key} text={t(text)} />
        ))}
      </dl>
      <label class="tick">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={event => {
            singleKeys.value = event.currentTarget.checked
          }}
        />
        {t('keys.single')}
      </label>
    </dialog>
  )
}
