import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledFolder } from '../shell/compiled.js'
import type { SmallSite } from '../shell/small-site.js'
import { startNode, type Ended, type Started } from '../shell/started.js'

export interface StepResult extends Ended {
  /** By name. */
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

type Texts = Readonly<Record<string, string>>

/** Starts the action as the runner does, for the workflow of acme/app. */
export function startStep(site: SmallSite, inputs: Texts, environment: Texts = {}): Started {
  const { emulator, folder } = site
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '')
  const given = Object.entries({ token: site.token.secret, ...addresses(site), ...inputs })
  const env = {
    ...Object.fromEntries(given.map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
    GITHUB_API_URL: emulator.apiUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_RUN_ID: '4711',
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    RUNNER_TEMP: folder,
    ...environment
  }
  return startNode([join(compiledFolder(), 'index.js')], env, folder)
}

function addresses({ emulator }: SmallSite): Texts {
  return { 'registry-url': emulator.registryUrl }
}

/** Runs the action to its end. */
export async function runStep(
  site: SmallSite,
  inputs: Texts,
  environment: Texts = {}
): Promise<StepResult> {
  return resultOf(site, await startStep(site, inputs, environment).ended)
}

export function resultOf({ folder }: SmallSite, ended: Ended): StepResult {
  return {
    ...ended,
    outputs: outputsIn(readFileSync(join(folder, 'output'), 'utf8')),
    summary: readFileSync(join(folder, 'summary'), 'utf8')
  }
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#multiline-strings */
function outputsIn(text: string): Texts {
  const outputs: Record<string, string> = {}
  for (const [, name, , value] of text.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)) {
    outputs[name ?? ''] = value ?? ''
  }
  return outputs
}

/** What is written without the lines in which the runner is told what to mask. */
export function unmasked({ stdout, stderr, summary }: StepResult): string {
  return [stdout.replace(/^::add-mask::.*$/gm, ''), stderr, summary].join('\n')
}
