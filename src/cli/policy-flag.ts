import type { FlagValues } from './flags.js'

/**
 * `--policy` takes a path too, which as a policy would never be one: a policy is a mapping, in
 * several lines or in braces. What is given beside `--policy-file` is left as it is.
 */
export function withPolicyPath(flags: FlagValues): FlagValues {
  const { policy, ...rest } = flags
  const isPath = policy !== undefined && /^[^\n{}:]+$/.test(policy.trim())
  return isPath && rest['policy-file'] === undefined ? { ...rest, 'policy-file': policy } : flags
}
