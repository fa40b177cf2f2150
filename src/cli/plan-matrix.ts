import type { CleanupConfig } from '../run/config.js'
import { parseInputs } from '../run/inputs/parse-inputs.js'
import type { RawInputs } from '../run/inputs/surroundings.js'
import { listForMatrix, matrixOf, matrixWarnings, MOST_JOBS } from '../run/matrix.js'
import { logLine } from '../report/escape-log.js'
import { cliSurroundings } from './cli-surroundings.js'
import { EXIT, UsageError, type ExitCode } from './exit-codes.js'
import { flagMessages } from './flag-errors.js'
import { withLiveWorld } from './live-world.js'
import type { Shell } from './shell.js'

/**
 * Prints the packages in so many shares, as the JSON of a matrix: one line on stdout. What of
 * the names is not there stands on stderr.
 */
export async function planMatrix(shell: Shell, raw: RawInputs, count: string): Promise<ExitCode> {
  const shares = /^\d{1,3}$/.test(count) ? Number(count) : 0
  if (shares < 1 || shares > MOST_JOBS) {
    throw new UsageError(`--matrix: "${count}": expected a number of shares, 1 to ${MOST_JOBS}`)
  }
  if (raw['share'] !== undefined) throw new UsageError('--share: a matrix is of all shares')
  const config = cleanupConfig(shell, raw)
  const listed = await withLiveWorld(shell, config, (world) => listForMatrix(config, world))
  for (const text of matrixWarnings(listed)) shell.stderr.write(`${logLine(`warning: ${text}`)}\n`)
  shell.stdout.write(`${JSON.stringify(matrixOf(listed.packages, shares))}\n`)
  return EXIT.done
}

/**
 * The configuration of a clean-up.
 *
 * @throws UsageError with all that is wrong, a line each
 */
export function cleanupConfig({ environment, directory }: Shell, raw: RawInputs): CleanupConfig {
  const parsed = parseInputs(raw, cliSurroundings(environment, directory))
  if (!parsed.ok) throw new UsageError(flagMessages(parsed.errors).join('\n'))
  if (parsed.config.mode !== 'cleanup') throw new UsageError('--mode: expected cleanup')
  return parsed.config
}
