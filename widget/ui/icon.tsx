/** A shape on a 16 × 16 grid, drawn in the colour of the text around it. Decoration: words beside it say the same. */
export const Icon = ({ d, solid }: { d: string; solid?: boolean | undefined }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={d} fill={solid ? 'currentColor' : 'none'} />
  </svg>
)
