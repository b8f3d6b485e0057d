import styles from '../styles/dialog.css?inline'
import { ReportDialog } from './report-dialog.tsx'
import type { AnyItem, Widget } from './widget.ts'

/** Opens the form that reports a message. */
export const showReport = ({ adopt, dialog }: Widget, item: AnyItem): void => {
  adopt(styles)
  dialog.value = <ReportDialog item={item} />
}
