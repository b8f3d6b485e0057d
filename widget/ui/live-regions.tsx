/** Two nodes that are there, and empty, from the start; what is written into them is read aloud. */
export const LiveRegions = ({ polite, assertive }: { polite: string; assertive: string }) => (
  <div class="sr">
    <div aria-live="polite" aria-atomic="true">
      {polite}
    </div>
    <div aria-live="assertive" aria-atomic="true">
      {assertive}
    </div>
  </div>
)
