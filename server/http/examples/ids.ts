/** Ids that every example of the OpenAPI document speaks of, so that one reads on from another. */
export const exampleIds = {
  site: 's_lume',
  thread: 't_Vb3k9QxN2mLw8RtZ',
  idea: 't_Qd8r3YkZ5wNc1MhB',
  question: 't_Ya1b5HfW8rTk3DxG',
  merged: 't_Zc6m4JgP0sLn9EvU',
  label: 'l_Hm7r2XjE9uNg6PcT',
  spareLabel: 'l_Wq5t8KzA1yRf3BdS',
  reply: 'r_Jc5p0YhD7sKe4UaX',
  visitor: 'p_Gn6q1WiF8tMf5ObV',
  staff: 'p_Xa2s4ZlG1vPh7QdW',
  image: 'm_Rt7v3DyK9oQh2NcE',
  spareImage: 'm_Ku4w8ExC1pSi5MdA',
  epoch: 'e_4fT9Wn1XbL0yQd2k',
} as const

/** A key of its own for each command: one key twice with another body is a conflict. */
export const exampleKey = (command: string): string => `example-${command.replace('.', '-')}-1`

/** The moment of the examples: 23 November 2026, 10:40 UTC. */
export const exampleInstant = 1_795_430_400_000

const pageUrl = 'https://lume.example/en/lucciola'
export const examplePage = { key: pageUrl, url: pageUrl, title: 'Lucciola, the reading lamp' } as const
