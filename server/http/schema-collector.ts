import { z } from 'zod'
import type { JsonSchema } from './openapi-types.ts'

export interface SchemaCollector {
  /** The schema as JSON Schema; whatever has a name is referred to and collected. */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema
  readonly named: Record<string, JsonSchema>
}

const DEFINED = '#/$defs/'
const COMPONENT = '#/components/schemas/'

/** Turns zod schemas into JSON Schemas that share one set of named components. */
export function createSchemaCollector(): SchemaCollector {
  const named: Record<string, JsonSchema> = {}
  return {
    named,
    of(schema, io) {
      const { $defs = {}, $schema: _dialect, ...root } = z.toJSONSchema(schema, { io }) as JsonSchema
      for (const [name, definition] of Object.entries($defs as Record<string, JsonSchema>)) {
        if (name.startsWith('__')) throw new Error('A schema that refers to itself needs a name')
        const { id: _id, ...bare } = pointToComponents(definition) as JsonSchema
        named[name] = bare
      }
      return pointToComponents(root) as JsonSchema
    },
  }
}

function pointToComponents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pointToComponents)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, value.replace(DEFINED, COMPONENT)]
        : [key, pointToComponents(value)],
    ),
  )
}
