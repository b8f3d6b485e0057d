/** The first of these addresses that leads to one of the origins and nowhere else, at that place of it. Null: none does. */
export function addressWithin(
  origins: readonly string[],
  addresses: readonly (string | undefined)[],
  anchor: string,
): string | null {
  for (const address of addresses) {
    if (address === undefined || !URL.canParse(address)) continue
    const url = new URL(address)
    if (!origins.includes(url.origin) || url.username !== '' || url.password !== '') continue
    url.hash = anchor
    return url.href
  }
  return null
}
