import { useWidget } from '../thread/widget.ts'
import { DisclosureMenu } from '../ui/disclosure-menu.tsx'

/** What a visitor may decide about the widget as a whole. */
export const HeaderMenu = () => {
  const widget = useWidget()
  return (
    <DisclosureMenu
      id="parla-menu"
      label={widget.t('frame.menu')}
      adopt={widget.adopt}
      load={() => widget.want(async () => (await import('./header-choices.ts')).headerChoices(widget))}
    />
  )
}
