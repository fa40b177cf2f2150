import { timeline } from '../view/timeline.js'
import { drawBytes } from './bytes-chart.js'
import { DecisionsView } from './decisions-view.js'
import { DetailsPanel } from './details-panel.js'
import { byId } from './element.js'
import { drawLanes } from './lanes-chart.js'
import { pageRows } from './page-rows.js'
import { inSlices } from './slices.js'
import { drawTimeline } from './timeline-chart.js'

const rows = await pageRows()
if (rows !== null && rows.count > 0) {
  byId('interactive', HTMLElement).hidden = false
  const details = new DetailsPanel(rows)
  const decisions = new DecisionsView(rows, {
    open: (row, moveFocus) => details.open(row, moveFocus),
    move: (row) => {
      if (details.isOpen) details.open(row, false)
    }
  })
  await decisions.start()
  drawBytes(rows, (row, moveFocus) => details.open(row, moveFocus))
  const charts = await inSlices(timeline(rows))
  if (charts !== null) {
    drawTimeline(charts.timeline, charts.lanes, rows.head.dryRun)
    drawLanes(rows, charts.lanes)
  }
}
document.documentElement.dataset['ready'] = 'true'
