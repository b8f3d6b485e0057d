import { errors } from '../../contract/errors.ts'
import type { OpenApi, Operation } from '../openapi-types.ts'
import { renderPage } from './document.tsx'
import { OperationSection } from './operation-section.tsx'
import { Prose } from './prose.tsx'

/** The OpenAPI document as a page to read, every problem under the address its `type` names. */
export const renderApiPage = (document: OpenApi): string =>
  renderPage(
    { title: `${document.info.title} API`, locale: 'en', styles: ['/api/style.css'] },
    <>
      <header>
        <h1>{document.info.title} API</h1>
        <p>{document.info.description}</p>
        <p>
          Made of the same schemas as the server’s own checks, also as{' '}
          <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
        </p>
      </header>
      <Contents document={document} />
      <main>
        {document.tags.map(tag => (
          <section key={tag.name} id={tag.name.toLowerCase()}>
            <h2>{tag.name}</h2>
            <p>
              <Prose text={tag.description} />
            </p>
            {operationsOf(document, tag.name).map(({ path, method, operation }) => (
              <OperationSection
                key={operation.operationId}
                path={path}
                method={method}
                operation={operation}
              />
            ))}
          </section>
        ))}
        <Problems />
        <Schemas document={document} />
      </main>
    </>,
  )

interface Located {
  path: string
  method: string
  operation: Operation
}

function operationsOf(document: OpenApi, tag: string): Located[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => ({ path, method, operation })),
  )
}

const Contents = ({ document }: { document: OpenApi }) => (
  <nav aria-label="Contents">
    <ul>
      {document.tags.map(({ name }) => (
        <li key={name}>
          <a href={`#${name.toLowerCase()}`}>{name}</a>
          <ul>
            {operationsOf(document, name).map(({ operation }) => (
              <li key={operation.operationId}>
                <a href={`#${operation.operationId}`}>
                  <Prose text={operation.summary} />
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
      <li>
        <a href="#problems">Problems</a>
      </li>
      <li>
        <a href="#schemas">Schemas</a>
      </li>
    </ul>
  </nav>
)

const Problems = () => (
  <section id="problems">
    <h2>Problems</h2>
    <p>
      Every refusal is an <code>application/problem+json</code> with one of these codes. Act upon the code;
      the words may change.
    </p>
    <dl>
      {Object.entries(errors).map(([code, { status, title }]) => (
        <div key={code} id={`problem-${code}`}>
          <dt>
            <code>{code}</code> <small>{status}</small>
          </dt>
          <dd>{title}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const Schemas = ({ document }: { document: OpenApi }) => (
  <section id="schemas">
    <h2>Schemas</h2>
    {Object.entries(document.components.schemas).map(([name, schema]) => (
      <details key={name} id={`schema-${name}`}>
        <summary>{name}</summary>
        <pre>{JSON.stringify(schema, null, 2)}</pre>
      </details>
    ))}
  </section>
)
