/** An address of the brand's as typed: null for none, `false` for what is no whole address of a page. */
export function readPaperAddress(typed: string): string | null | false {
  const address = typed.trim()
  if (address === '') return null
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === '' && address
}
