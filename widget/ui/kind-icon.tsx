import { Icon } from './icon.tsx'
import { IDEA, PRAISE, PROBLEM, QUESTION } from './icons.ts'

const shapes = { question: QUESTION, idea: IDEA, problem: PROBLEM, praise: PRAISE }

/** The four kinds differ in shape as well as in colour. */
export const KindIcon = ({ kind }: { kind: keyof typeof shapes }) => (
  <Icon d={shapes[kind]} solid={kind === 'idea' || kind === 'praise'} />
)
