import type { JsonSchema, Media, Operation } from '../openapi-types.ts'
import { Prose } from './prose.tsx'

interface OperationSectionProps {
  path: string
  method: string
  operation: Operation
}

/** One address: what it takes, what it answers, what can go wrong. */
export const OperationSection = ({ path, method, operation }: OperationSectionProps) => (
  <article id={operation.operationId}>
    <h3>
      <Prose text={operation.summary} />
    </h3>
    <p>
      <code class="address">
        <b>{method.toUpperCase()}</b> {path}
      </code>
    </p>
    <Parameters operation={operation} />
    {operation.requestBody && <Body title="Body" content={operation.requestBody.content} />}
    {Object.entries(operation.responses)
      .filter(([status]) => status < '400')
      .map(([status, { description, content }]) => (
        <Body key={status} title={`${status} ${description}`} content={content} />
      ))}
    <p class="problems">
      Problems:{' '}
      {problemCodes(operation).map(code => (
        <a key={code} href={`#problem-${code}`}>
          {code}
        </a>
      ))}
    </p>
  </article>
)

const Parameters = ({ operation: { parameters } }: { operation: Operation }) =>
  parameters.length === 0 ? null : (
    <table>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">In</th>
          <th scope="col">Type</th>
          <th scope="col">Example</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, in: place, required, schema, example }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              {required ? ' *' : ''}
            </th>
            <td>{place}</td>
            <td>
              <Type schema={schema} />
            </td>
            <td>{example === undefined ? null : <code>{plain(example)}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

const Body = ({ title, content }: { title: string; content: Record<string, Media> | undefined }) => {
  const media = Object.values(content ?? {})[0]
  if (!media?.schema)
    return (
      <h4>
        <Prose text={title} />
      </h4>
    )
  return (
    <>
      <h4>
        {title}: <Type schema={media.schema} />
      </h4>
      {'$ref' in media.schema ? null : (
        <details>
          <summary>Schema</summary>
          <pre>{JSON.stringify(media.schema, null, 2)}</pre>
        </details>
      )}
      <details>
        <summary>Example</summary>
        <pre>{JSON.stringify(media.example, null, 2)}</pre>
      </details>
    </>
  )
}

/** A named schema as a link to itself, a small one in its own words. */
const Type = ({ schema }: { schema: JsonSchema }) => {
  const { $ref, type, items, anyOf } = schema
  const name = typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined
  if (name) return <a href={`#schema-${name}`}>{name}</a>
  if (items)
    return (
      <>
        list of <Type schema={items as JsonSchema} />
      </>
    )
  if (Array.isArray(anyOf))
    return (
      <>
        {anyOf.flatMap((one: JsonSchema, i) => [i > 0 ? ' or ' : '', <Type key={String(i)} schema={one} />])}
      </>
    )
  return <>{typeof type === 'string' ? type : 'any'}</>
}

const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const problemCodes = ({ responses }: Operation): string[] =>
  Object.values(responses).flatMap(({ content }) =>
    Object.keys(content?.['application/problem+json']?.examples ?? {}),
  )
