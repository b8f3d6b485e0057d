import { DisclosureMenu } from '../ui/disclosure-menu.tsx'
import type { AnyItem } from './widget.ts'
import { useWidget } from './widget.ts'

interface Props {
  item: AnyItem
  /** What comes after `#parla-` in its link. */
  link: string
  onEdit: () => void
}

/** What one may do with a message, besides answering it. */
export const MessageMenu = ({ item, link, onEdit }: Props) => {
  const widget = useWidget()
  const { t } = widget
  return (
    <DisclosureMenu
      id={`menu-${item.key}`}
      label={t('frame.menu')}
      adopt={widget.adopt}
      load={() =>
        widget.want(async () => {
          const { deeds } = await import('./deeds.ts')
          return deeds.choices(widget, { item, link, onEdit })
        })
      }
    />
  )
}
