/** Why a package that no entry of a policy is about is left alone. */
export const NO_ENTRY = 'no entry of the policy matches it'

/** What to warn of where that is so of all packages of a run. */
export const NOTHING_MEANT =
  'no entry of the policy matches any package of this run, so all of them are left alone: look ' +
  'at names and type of its entries'
