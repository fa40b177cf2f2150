import uPlot from 'uplot'

import { formatAge } from '../../../model/duration.js'
import { formatCount } from '../../bytes.js'
import { FATES, fateTitle, type Fate } from '../view/fate.js'
import { undoneOutcomes, type Lane, type Timeline } from '../view/timeline.js'
import { byId, element } from './element.js'
import { fateColor, onColorChange, styleColor } from './fate-colors.js'
import { chooseDays } from './filter-form.js'
import { dayText } from './row-text.js'

const HEIGHT = 220
// The style sheet moves what stands below the chart by as much.
const SCALE_WIDTH = 52

/** Draws versions over time, stacked by fate. */
export function drawTimeline(timeline: Timeline, lanes: readonly Lane[], dryRun: boolean): void {
  const place = byId('timeline', HTMLElement)
  if (timeline.starts.length === 0) {
    place.replaceChildren('No version has a date.')
    return
  }
  byId('timeline-step', HTMLElement).textContent = `, ${formatAge(timeline.stepMs)} a bar`
  const fates = FATES.filter((fate) => timeline.counts[fate].some((count) => count > 0))
  drawLegend(timeline, fates, legendTitles(lanes, dryRun))
  place.setAttribute('role', 'img')
  place.setAttribute('aria-label', spokenText(timeline, fates, dryRun))
  const chart = new uPlot(
    options(timeline, fates, place.clientWidth),
    stack(timeline, fates),
    place
  )
  onColorChange(() => chart.redraw(false, true))
  new ResizeObserver(() => {
    if (place.clientWidth > 0) chart.setSize({ width: place.clientWidth, height: HEIGHT })
  }).observe(place)
}

type Titles = (fate: Fate, count: string) => string

// The figures at the top have a name for each way of not being done.
function legendTitles(lanes: readonly Lane[], dryRun: boolean): Titles {
  const undone = undoneOutcomes(lanes).map(([name, count]) => `${formatCount(count)} ${name}`)
  const note = undone.length > 0 ? ` (${undone.join(', ')})` : ''
  return (fate, count) => `${fateTitle(fate, dryRun)} ${count}${fate === 'left' ? note : ''}`
}

function drawLegend({ counts }: Timeline, fates: readonly Fate[], titled: Titles): void {
  const items = fates.map((fate) =>
    element(
      'li',
      {},
      element('span', { class: `swatch fate-${fate}`, 'aria-hidden': 'true' }),
      titled(fate, formatCount(total(counts[fate])))
    )
  )
  byId('legend', HTMLElement).replaceChildren(...items)
}

function spokenText({ starts, counts }: Timeline, fates: readonly Fate[], dryRun: boolean): string {
  const parts = fates.map(
    (fate) => `${formatCount(total(counts[fate]))} ${fateTitle(fate, dryRun)}`
  )
  return `Versions from ${dayText(starts[0])} to ${dayText(starts.at(-1))}: ${parts.join(', ')}`
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

// The highest stack is drawn first, the lower ones over it.
function stack({ starts, counts, stepMs }: Timeline, fates: readonly Fate[]): uPlot.AlignedData {
  const below = starts.map(() => 0)
  const layers = fates.map((fate) =>
    counts[fate].map((count, step) => (below[step] = (below[step] ?? 0) + count))
  )
  const middles = starts.map((start) => (start + stepMs / 2) / 1000)
  return [middles, ...layers.toReversed()]
}

function options(timeline: Timeline, fates: readonly Fate[], width: number): uPlot.Options {
  const { starts, stepMs } = timeline
  const end = (starts.at(-1) ?? 0) + stepMs
  return {
    width,
    height: HEIGHT,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { time: true, range: [(starts[0] ?? 0) / 1000, end / 1000] },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.05)] }
    },
    axes: [axis(), countAxis()],
    series: [{}, ...fates.toReversed().map((fate) => bars(fate))],
    hooks: { setSelect: [(chart) => chooseSelected(chart)] }
  }
}

function axis(): uPlot.Axis {
  return {
    stroke: () => styleColor('--quiet'),
    grid: { stroke: () => styleColor('--line'), width: 1 },
    ticks: { stroke: () => styleColor('--line'), width: 1 },
    font: '12px system-ui, sans-serif'
  }
}

// Versions are whole.
function countAxis(): uPlot.Axis {
  const incrs = [1, 10, 100, 1000, 10_000, 100_000].flatMap((ten) => [ten, 2 * ten, 5 * ten])
  const values = (_: uPlot, ticks: readonly number[]) => ticks.map((tick) => formatCount(tick))
  return { ...axis(), size: SCALE_WIDTH, incrs, values }
}

function bars(fate: Fate): uPlot.Series {
  const paths = uPlot.paths.bars?.({ size: [0.9, 40], align: 0 })
  return {
    width: 0,
    fill: () => fateColor(fate),
    points: { show: false },
    ...(paths === undefined ? {} : { paths })
  }
}

function chooseSelected(chart: uPlot): void {
  const { left, width } = chart.select
  if (width < 4) return
  const from = chart.posToVal(left, 'x') * 1000
  const until = chart.posToVal(left + width, 'x') * 1000
  chooseDays(from, until)
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false)
}
