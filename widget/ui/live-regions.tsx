/** Two nodes that are there, and empty, from the start; what is written into them is read aloud. */
export const LiveRegions = ({ voice, text }: { voice?: 'polite' | 'assertive'; text?: string }) => (
  <div class="sr">
    <div aria-live="polite" aria-atomic="true">
      {voice === 'polite' && text}
    </div>
    <div aria-live="assertive" aria-atomic="true">
      {voice === 'assertive' && text}
    </div>
  </div>
)
