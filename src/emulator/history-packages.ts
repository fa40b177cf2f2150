import { MINUTE_MS } from '../model/time.js'
import { addVersion } from './builders.js'
import { releaseNumber } from './history-image.js'
import type { Timeline } from './history-timeline.js'
import { helmChart } from './image-artifact.js'
import { push } from './registry-publish.js'
import type { PackageState, World } from './state.js'

const CHARTS = 30
const RELEASES = 40
const CANDIDATES_OF_LATE = 6
const NEXT_BUILDS = 14

/** A Helm chart that is packaged every three weeks or so. */
export function packageCharts(world: World, charts: PackageState, timeline: Timeline): void {
  for (let chart = 0; chart < CHARTS; chart += 1) {
    const number = `0.${Math.floor(chart / 3)}.${chart % 3}`
    timeline.add((CHARTS - chart) * 23 - 3, (at) => {
      push(world, charts, helmChart(`shop-${number}`), { at, tags: [number] })
    })
  }
}

/** An npm package with releases, candidates that led to them, and builds of what comes next. */
export function publishNpm(world: World, ui: PackageState, timeline: Timeline): void {
  const publish = (name: string, tag: string) => (at: number) => {
    addVersion(world, ui, { name, createdAt: at, license: 'MIT' })
    ui.distTags.set(tag, name)
  }
  for (let place = 0; place < RELEASES; place += 1) {
    const number = releaseNumber(place)
    const daysAgo = (RELEASES - place) * 17
    timeline.add(daysAgo, publish(number, 'latest'))
    if (place >= RELEASES - CANDIDATES_OF_LATE) {
      timeline.add(daysAgo + 2, publish(`${number}-rc.1`, 'rc'))
    }
  }
  const upcoming = releaseNumber(RELEASES)
  for (let build = 0; build < NEXT_BUILDS; build += 1) {
    const name = `${upcoming}-next.${build}`
    timeline.add((NEXT_BUILDS - build) * 12 - 3, publish(name, 'next'), build * MINUTE_MS)
  }
}
