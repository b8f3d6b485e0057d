import { Icon } from './icon.tsx'

/** News that wait to be asked for. Lies over the content and takes no room of its own. */
export const Pill = ({ d, text, onPress }: { d: string; text: string; onPress: () => void }) => (
  <div class="pill-row">
    <button type="button" class="pill" onClick={onPress}>
      <Icon d={d} />
      {text}
    </button>
  </div>
)
