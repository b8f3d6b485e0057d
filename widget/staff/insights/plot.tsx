import UPlot from 'uplot'
import { useEffect, useRef, useSignal } from '../../signals/render.ts'

/** One line or one layer of bars; values as drawn. */
export interface Series {
  label: string
  /** A CSS colour, custom properties included. */
  colour: string
  values: readonly (number | null)[]
}

interface Props {
  kind: 'lines' | 'stacks'
  /** Names of the places on the x axis. */
  names: readonly string[]
  series: readonly Series[]
  /** How a value is written on the y axis. */
  write: (value: number) => string
  /** What the place under the pointer says. */
  read: (at: number) => string
  /** All the picture says, for those who do not see it. */
  label: string
}

const HEIGHT = 220
const LABEL_ROOM = 64

/** A chart on a canvas. Colours are those of the page at the time and follow its light and dark. */
export const Plot = ({ kind, names, series, write, read, label }: Props) => {
  const box = useRef<HTMLDivElement>()
  const under = useSignal<number | null>(null)
  const dark = useSignal(document.documentElement.dataset.mode)
  useEffect(() => {
    const watch = new MutationObserver(() => {
      dark.value = document.documentElement.dataset.mode
    })
    watch.observe(document.documentElement, { attributeFilter: ['data-mode'] })
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const target = box.current
    if (!target) return
    const plot = plotInto(target, { kind, names, series, write, onPoint: at => (under.value = at) })
    const resize = new ResizeObserver(() => plot.setSize({ width: target.clientWidth, height: HEIGHT }))
    resize.observe(target)
    return () => {
      resize.disconnect()
      plot.destroy()
    }
  }, [names, series, dark.value])
  return (
    <>
      <div class="plot" ref={box} role="img" aria-label={label} />
      <p class="plot-point" aria-hidden="true">
        {under.value !== null && read(under.value)}
      </p>
    </>
  )
}

interface Drawing extends Pick<Props, 'kind' | 'names' | 'series' | 'write'> {
  onPoint: (at: number | null) => void
}

/** The colour that a CSS value comes to here: canvases know no custom properties. */
function resolver(target: HTMLElement) {
  const probe = document.createElement('i')
  target.append(probe)
  return {
    colour(value: string) {
      probe.style.color = value
      return getComputedStyle(probe).color
    },
    font: getComputedStyle(target).fontFamily,
    end: () => probe.remove(),
  }
}

function plotInto(target: HTMLElement, { kind, names, series, write, onPoint }: Drawing) {
  const page = resolver(target)
  const colours = series.map(({ colour }) => page.colour(colour))
  const [ink, line] = [page.colour('var(--_text3)'), page.colour('var(--_line)')]
  const font = `12px ${page.font}`
  page.end()
  const stacked = kind === 'stacks'
  const values = stacked ? stack(series) : series.map(one => one.values)
  const axis = { font, stroke: ink, ticks: { show: false }, grid: { stroke: line, width: 1 } }
  const bars = UPlot.paths.bars?.({ size: [0.7, 28] })
  return new UPlot(
    {
      width: target.clientWidth,
      height: HEIGHT,
      legend: { show: false },
      padding: [12, stacked ? 8 : LABEL_ROOM, 0, 0],
      cursor: { x: true, y: false, points: { show: !stacked }, drag: { x: false, y: false } },
      scales: {
        x: { time: false, range: () => [-0.5, names.length - 0.5] },
        y: { range: (_, __, most) => [0, Math.max(most * 1.08, 1)] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          incrs: [1, 2, 5, 7, 10, 14, 20, 30],
          space: 64,
          values: (_, splits) => splits.map(at => names[at] ?? ''),
        },
        { ...axis, size: 64, values: (_, splits) => splits.map(write), space: 40 },
      ],
      series: [
        {},
        ...series.map((_, at) => ({
          stroke: colours[at] as string,
          width: stacked ? 0 : 2,
          points: { show: !stacked, size: 5, fill: colours[at] as string },
          ...(stacked && bars && { fill: colours[at] as string, paths: bars }),
        })),
      ],
      hooks: {
        setCursor: [plot => onPoint(plot.cursor.idx ?? null)],
        draw: stacked ? [] : [plot => nameLines(plot, { series, colours, font })],
      },
    },
    [names.map((_, at) => at), ...values] as UPlot.AlignedData,
    target,
  )
}

/** The highest layer is drawn first, so that each covers the foot of the one behind it. */
function stack(series: readonly Series[]): (number | null)[][] {
  return series.map((one, at) =>
    one.values.map((_, place) =>
      series.slice(at).reduce((sum, layer) => sum + (layer.values[place] ?? 0), 0),
    ),
  )
}

interface Naming {
  series: readonly Series[]
  colours: readonly string[]
  font: string
}

/** Each line is called by its name where it ends. */
function nameLines(plot: UPlot, { series, colours, font }: Naming) {
  const ratio = devicePixelRatio
  const { ctx, bbox } = plot
  ctx.save()
  ctx.font = font.replace(/^\d+/, size => String(Number(size) * ratio))
  ctx.textBaseline = 'middle'
  let above = Number.NEGATIVE_INFINITY
  const ends = series
    .map(({ label, values }, at) => ({
      label,
      colour: colours[at] as string,
      value: values.findLast(v => v !== null),
    }))
    .filter(end => typeof end.value === 'number')
    .map(end => ({ ...end, y: plot.valToPos(end.value as number, 'y', true) }))
    .sort((a, b) => a.y - b.y)
  for (const { label, colour, y } of ends) {
    above = Math.max(y, above + 15 * ratio)
    ctx.fillStyle = colour
    ctx.fillText(label, bbox.left + bbox.width + 8 * ratio, above)
  }
  ctx.restore()
}
