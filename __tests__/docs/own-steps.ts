import { TOKEN } from '../inputs/surroundings.js'
import type { RawInputs } from '../../src/run/inputs/surroundings.js'
import { isRecord, listAt, recordAt, type UnknownRecord } from './records.js'

/** How the documentation refers to the action. */
export const OWN_ACTION = 'package-retention/package-retention@v1'

/** A step as it stands in a workflow. */
export interface Step {
  readonly uses: string
  /** `with` as the runner gives it: text, expressions evaluated. */
  readonly inputs: RawInputs
}

/** The steps of a workflow, or of a list of steps, that use an action. */
export function stepsOf(content: unknown): readonly Step[] {
  if (Array.isArray(content)) return content.flatMap((step) => stepOf(step, scopeOf({}, {})))
  return Object.values(recordAt(content, 'jobs')).flatMap((job) =>
    listAt(job, 'steps').flatMap((step) => stepOf(step, scopeOf(content, job)))
  )
}

/** Those that use this action. */
export function ownSteps(content: unknown): readonly Step[] {
  return stepsOf(content).filter(({ uses }) => uses === OWN_ACTION)
}

/** Inputs as the runner gives them; an expression that nothing is known of is an error. */
export function runnerText(inputs: UnknownRecord, scope = scopeOf({}, {})): RawInputs {
  const texts = Object.entries(inputs).map(([name, value]) => [name, evaluated(value, scope)])
  return Object.fromEntries(texts) as RawInputs
}

/** What an expression stands for; `undefined` where nothing is known of it. */
type Scope = (expression: string) => string | undefined

function stepOf(step: unknown, scope: Scope): readonly Step[] {
  const action = isRecord(step) ? step['uses'] : undefined
  if (typeof action !== 'string') return []
  return [{ uses: action, inputs: runnerText(recordAt(step, 'with'), scope) }]
}

/** A workflow that was started by hand with the defaults, in the first job of a matrix. */
function scopeOf(workflow: unknown, job: unknown): Scope {
  const asked = recordAt(workflow, 'on', 'workflow_dispatch', 'inputs')
  const env = recordAt(workflow, 'env')
  const matrix = recordAt(job, 'strategy', 'matrix')
  const scope: Scope = (expression) => {
    const [context = '', name = ''] = expression.replace(/ \|\| false$/, '').split(/\.(.*)/)
    switch (context) {
      case 'secrets':
        return TOKEN
      case 'github':
        return name === 'token' ? TOKEN : undefined
      case 'runner':
        return name === 'temp' ? '/tmp/runner' : undefined
      case 'strategy':
        return '0'
      case 'env':
        return name in env ? evaluated(env[name], scope) : undefined
      case 'inputs':
        return name in asked ? scalarText(recordAt(asked, name)['default'] ?? 'app') : undefined
      case 'matrix':
        // A matrix that another job makes is one of packages.
        return name === 'packages' ? 'app' : scalarText(listAt(matrix, name)[0])
      default:
        return undefined
    }
  }
  return scope
}

function evaluated(value: unknown, scope: Scope): string {
  return scalarText(value).replaceAll(/\$\{\{ *(.*?) *\}\}/g, (_, expression: string) => {
    const found = scope(expression)
    if (found === undefined) throw new Error(`nothing is known of \${{ ${expression} }}`)
    return found
  })
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  throw new Error(`${JSON.stringify(value)} is no value of an input`)
}
