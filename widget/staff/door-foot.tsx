interface Props {
  verb: string
  busy: boolean
  prefix: string
  /** About the form as a whole; takes the focus, so that it is read. */
  error: string | undefined
}

export const DoorFoot = ({ verb, busy, prefix, error }: Props) => (
  <>
    {error && (
      <p class="error form-error" id="form" tabIndex={-1}>
        <span class="sr">{prefix} </span>
        {error}
      </p>
    )}
    <button type="submit" class="main" aria-disabled={busy}>
      {verb}
    </button>
  </>
)
