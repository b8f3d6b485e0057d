/** What became of the last try, beside its button. The announcer says it. */
export const Saved = ({ outcome }: { outcome: { good: boolean; text: string } | null }) =>
  outcome && <span class={outcome.good ? 'settings-good' : 'settings-bad'}>{outcome.text}</span>
