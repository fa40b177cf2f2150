import { planPackage } from '../src/plan/plan-package.js'
import type { PlanInput } from '../src/plan/plan-package.js'
import { containerPackage, NOW, npmPackage } from './sample-packages.js'
import { sampleFacts, twentyRules } from './twenty-rules.js'

/**
 * How long the engine takes to decide, and what it holds: 100,000 versions under 20 rules
 * within a second and 512 MiB, and in no more than 13 times the time of 10,000 (3-policy).
 */

const RUNS = 5

interface Measured {
  readonly firstMs: number
  readonly bestMs: number
}

function inputOf(type: 'container' | 'npm', count: number): PlanInput {
  const inventory = type === 'npm' ? npmPackage(count) : containerPackage(count)
  return { inventory, policy: twentyRules(type), facts: sampleFacts(), now: NOW }
}

function measure(input: PlanInput): Measured {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    planPackage(input)
    return performance.now() - start
  })
  return { firstMs: times[0] ?? 0, bestMs: Math.min(...times) }
}

const MEBIBYTE = 2 ** 20

for (const type of ['container', 'npm'] as const) {
  // The largest first, so that its first run is a cold one.
  const large = inputOf(type, 100_000)
  const { firstMs, bestMs } = measure(large)
  const small = measure(inputOf(type, 10_000))
  const deleted = planPackage(large).versions.filter(({ decision }) => decision === 'delete').length
  console.log(
    `${type}: 100,000 versions, ${deleted} go: first ${firstMs.toFixed(0)} ms, ` +
      `best ${bestMs.toFixed(0)} ms, ${(bestMs / small.bestMs).toFixed(1)} times that of 10,000`
  )
}
const { rss, heapUsed } = process.memoryUsage()
console.log(
  `resident ${(rss / MEBIBYTE).toFixed(0)} MiB, heap ${(heapUsed / MEBIBYTE).toFixed(0)} MiB`
)
