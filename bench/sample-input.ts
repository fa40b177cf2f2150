import type { PlanInput } from '../src/plan/plan-package.js'
import { containerPackage, NOW, npmPackage } from './sample-packages.js'
import { sampleFacts, twentyRules } from './twenty-rules.js'

/** A package of so many versions and twenty rules for it. */
export function planInput(type: 'container' | 'npm', count: number): PlanInput {
  const inventory = type === 'npm' ? npmPackage(count) : containerPackage(count)
  return { inventory, policy: twentyRules(type), facts: sampleFacts(), now: NOW }
}
