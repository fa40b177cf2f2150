import { spawn, type ChildProcess } from 'node:child_process'

/** A program that was started, and all that it writes. */
export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

export interface Ended {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts node with a clean environment: what is not named here is not there. */
export function startNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string
): Started {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<Ended>((done, fail) => {
    child.once('error', fail)
    child.once('close', (exitCode) => done({ exitCode, stdout, stderr }))
  })
  return { child, ended }
}
