import styles from '../styles/dialog.css?inline'
import { HistoryDialog } from './history-dialog.tsx'
import type { Widget } from './widget.ts'

/** Opens what a message said before it was edited. */
export const showHistory = ({ adopt, dialog }: Widget, message: string): void => {
  adopt(styles)
  dialog.value = <HistoryDialog message={message} />
}
