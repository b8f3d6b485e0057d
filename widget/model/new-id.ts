/** 130 random bits, as the server takes them for the message they belong to. Pages exist whose Array.from takes a list only. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(26))].map(byte => (byte % 32).toString(32)).join('')
