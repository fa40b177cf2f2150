import { failureWord } from '../http/nobody-there.js'
import type { GitHubError } from './errors.js'

/** Why there was no answer, in a few words: `refused`, `timed out`. */
export function silenceText(error: GitHubError): string {
  if (error.code === 'timed-out') return 'timed out'
  return failureWord(error.failure.cause) ?? 'the connection broke'
}
