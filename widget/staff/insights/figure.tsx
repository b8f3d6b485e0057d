import type { ComponentChildren } from 'preact'
import { useSignal } from '../../signals/render.ts'
import { toCsv } from './csv.ts'
import type { Finding } from './findings.ts'
import type { Table } from './tables.ts'
import type { InsightsTexts } from './texts.ts'

interface Props {
  id: string
  finding: Finding
  table: Table
  t: InsightsTexts
  children: ComponentChildren
}

const BYTE_ORDER_MARK = '\uFEFF'

function download(name: string, table: Table) {
  // Without the mark some spreadsheets take UTF-8 for something else.
  const file = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, toCsv(table)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = file
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(file))
}

/** A chart under what it shows, the same as a table, and as a file. */
export const Figure = ({ id, finding, table, t, children }: Props) => {
  const asTable = useSignal(false)
  const [head = [], ...rows] = table
  return (
    <figure class="figure" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`} dir="auto">
          {finding.title}
        </h2>
        <p dir="auto">{finding.text}</p>
      </figcaption>
      {asTable.value ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="figure-table" tabIndex={0} aria-labelledby={`${id}-title`}>
          <table>
            <thead>
              <tr>
                {head.map(name => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells]) => (
                <tr key={name}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {cells.map((cell, at) => (
                    <td key={head[at + 1]}>{cell ?? '—'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        children
      )}
      <p class="figure-tools">
        <button
          type="button"
          class="quiet"
          onClick={() => {
            asTable.value = !asTable.value
          }}
        >
          {t(asTable.value ? 'i.chart' : 'i.table')}
        </button>
        <button type="button" class="quiet" onClick={() => download(`parla-${id}`, table)}>
          {t('i.csv')}
        </button>
      </p>
    </figure>
  )
}
