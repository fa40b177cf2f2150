import type { RunMode } from '../../report/report.js'
import type { InputReader } from './input-reader.js'
import { INPUT_NAMES, inputRow, type InputName } from './input-table.js'
import { quickInputsGiven } from './quick-values.js'

/**
 * Refuses settings of another mode (ruling 74). What is given as it holds anyway says nothing,
 * and `delete-prereleases: false` is as good as absent (ruling 15).
 */
export function refuseOtherModes(inputs: InputReader, mode: RunMode): void {
  const quick: readonly InputName[] = quickInputsGiven(inputs)
  for (const name of INPUT_NAMES) {
    const { modes } = inputRow(name)
    const isIdle = name === 'delete-prereleases' && !quick.includes(name)
    if (modes.includes(mode) || isIdle || !inputs.isGivenOtherwise(name)) continue
    const where = modes.map((one) => `mode: ${one}`).join(' and ')
    inputs.refuse(name, shownValue(inputs, name), `it belongs to ${where}, but mode is ${mode}`)
  }
}

function shownValue(inputs: InputReader, name: InputName): string | null {
  return name === 'policy' ? null : inputs.text(name)
}
