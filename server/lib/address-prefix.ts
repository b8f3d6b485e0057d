import { BlockList, isIPv6 } from 'node:net'

const mapped = new BlockList()
mapped.addSubnet('::ffff:0:0', 96, 'ipv6')

/**
 * What one household or office shares: the whole IPv4 address, also when it arrives mapped into IPv6, or the first
 * 56 bits of an IPv6 address.
 */
export function addressPrefix(address: string | undefined): string {
  if (!address) return 'unknown'
  const bare = address.split('%')[0] ?? address
  if (!isIPv6(bare)) return bare
  if (mapped.check(bare, 'ipv6')) return unmap(bare)
  const groups = expand(bare)
  const fourth = Number.parseInt(groups[3] ?? '0', 16) & 0xff00
  return [...groups.slice(0, 3), fourth.toString(16)].join(':')
}

function unmap(address: string): string {
  const tail = address.slice(address.lastIndexOf(':') + 1)
  if (tail.includes('.')) return tail
  const [high = 0, low = 0] = expand(address)
    .slice(6)
    .map(group => Number.parseInt(group, 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after].map(group =>
    Number.parseInt(group, 16).toString(16),
  )
}
