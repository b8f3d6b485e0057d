/** Origins as typed, one a line or with commas: what is more than an origin is cut to it; the first that is none is named. */
export function readOrigins(typed: string): { origins: string[] } | { wrong: string } {
  const origins: string[] = []
  for (const word of typed.split(/[\s,]+/).filter(Boolean)) {
    const url = /^https?:\/\//.test(word) ? word : `https://${word}`
    if (!URL.canParse(url) || /[*]/.test(word) || !/^https?:/.test(url)) return { wrong: word }
    const { origin, hostname } = new URL(url)
    if (!hostname.includes('.') && hostname !== 'localhost') return { wrong: word }
    origins.push(origin)
  }
  return { origins: [...new Set(origins)] }
}

/** The name a domain suggests: `shop.acme-lamps.co.uk` → `Acme lamps`. Empty where it suggests none. */
export function brandOf(domain: string): string {
  const read = readOrigins(domain)
  const [origin] = 'origins' in read ? read.origins : []
  if (!origin) return ''
  const labels = new URL(origin).hostname.split('.')
  if (labels.length < 2 || labels.every(label => /^\d+$/.test(label))) return ''
  // Second levels such as co.uk belong to the ending.
  const last = labels.length > 2 && /^(co|com|org|net|ac|gov)$/.test(labels.at(-2) ?? '') ? 3 : 2
  const words = (labels.at(-last) ?? '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
