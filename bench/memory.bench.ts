import { planPackage } from '../src/plan/plan-package.js'
import { planInput } from './sample-input.js'

/**
 * The most that a process holds which decides 100,000 versions under 20 rules once, the list and
 * its manifests in it: to be run where old space is 512 MiB, so that it ends if that is too little.
 */

const KIBIBYTES = 1024

for (const type of ['container', 'npm'] as const) {
  const { versions } = planPackage(planInput(type, 100_000))
  const mebibytes = process.resourceUsage().maxRSS / KIBIBYTES
  console.log(`${type}: ${versions.length} decided, resident ${mebibytes.toFixed(0)} MiB at most`)
}
