import { formatCount } from '../../bytes.js'
import { visibleText } from '../../visible-text.js'
import { fateTitle } from '../view/fate.js'
import type { Lane } from '../view/timeline.js'
import type { Rows } from '../view/rows.js'
import { button, byId, element } from './element.js'
import { fateColor, onColorChange, styleColor } from './fate-colors.js'
import { chooseWords } from './filter-form.js'

const SHOWN_LANES = 12
const STRIP_HEIGHT = 14

/** Draws when versions of one reason were created, a strip for each reason. */
export function drawLanes(rows: Rows, lanes: readonly Lane[]): void {
  const items = lanes.slice(0, SHOWN_LANES).map((lane) => laneItem(rows, lane))
  const left = lanes.length - items.length
  const more =
    left > 0
      ? [
          element(
            'li',
            { class: 'quiet' },
            `… and ${formatCount(left)} more reasons, in the table below`
          )
        ]
      : []
  byId('lanes', HTMLElement).replaceChildren(...items, ...more)
}

function laneItem(rows: Rows, lane: Lane): HTMLElement {
  const canvas = element('canvas', { height: STRIP_HEIGHT, 'aria-hidden': 'true' })
  const draw = () => drawStrip(canvas, lane)
  new ResizeObserver(draw).observe(canvas)
  onColorChange(draw)
  const choose = button(
    { class: 'lane', title: 'Show these in the table below' },
    () => {
      chooseWords({ decisions: lane.decision, rules: lane.rule, whys: lane.why })
      byId('decisions', HTMLElement).scrollIntoView()
    },
    element(
      'span',
      { class: `badge fate-${lane.fate}` },
      fateTitle(lane.fate, rows.head.dryRun, lane.outcome)
    ),
    element('span', {}, laneText(rows, lane)),
    element('span', { class: 'quiet count' }, formatCount(lane.count))
  )
  return element('li', {}, choose, canvas)
}

function laneText(rows: Rows, { why, rule }: Lane): string {
  const words = [rows.words[why] ?? 'as the report says', rows.words[rule] ?? '']
  return visibleText(words.filter((word) => word !== '').join(', '))
}

// Few are seen as well as many: the colour says that there is something, its strength how much.
function drawStrip(canvas: HTMLCanvasElement, { counts, fate }: Lane): void {
  const context = canvas.getContext('2d')
  if (context === null || canvas.clientWidth === 0) return
  const width = Math.round(canvas.clientWidth * devicePixelRatio)
  canvas.width = width
  canvas.height = Math.round(STRIP_HEIGHT * devicePixelRatio)
  context.fillStyle = styleColor('--strip')
  context.fillRect(0, 0, width, canvas.height)
  const most = Math.max(...counts, 1)
  const step = width / Math.max(1, counts.length)
  context.fillStyle = fateColor(fate)
  for (const [index, count] of counts.entries()) {
    if (count === 0) continue
    context.globalAlpha = 0.35 + 0.65 * Math.sqrt(count / most)
    context.fillRect(index * step, 0, Math.max(2, step - 0.5), canvas.height)
  }
  context.globalAlpha = 1
}
