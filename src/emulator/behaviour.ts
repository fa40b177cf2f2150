/** What the facts leave open, and a test decides. */
export interface Behaviour {
  /** Whether a version's tags come back with it (unless another version took them). */
  tagsReturnOnRestore: boolean
  /** Whether `state=deleted` says which tags a version had; else it says that it had none. */
  deletedListShowsTags: boolean
  /** Whether `state=deleted` has `deleted_at`. */
  deletedListShowsDate: boolean
  /** What becomes of a request to delete the last version of a type other than container. */
  lastVersion: 'refuse' | 'remove-package'
  /** The order of version lists; a number is the seed of a shuffle. */
  versionOrder: 'newest-first' | 'oldest-first' | number
  /** Whether rate limit, scope, expiry and request id headers are sent. */
  optionalHeaders: boolean
  /** Whether the endpoints under `/users` open a private package, asked by name, to its admin. */
  usersShowPrivate: boolean
  /** Whether the version list under `/users` takes `state`, which is not documented there. */
  usersTakeState: boolean
  /** Whether a workflow's token may delete in packages of internal visibility. */
  workflowDeletesInternal: boolean
  /** Whether it is Enterprise Server, where only containers have permissions of their own. */
  isEnterpriseServer: boolean
  /** Which relations lists give in `Link`; `next` leaves out `last` and `first`. */
  link: 'all' | 'next' | 'none'
}

/** What was seen most, or what GitHub's documentation hints at. */
export const DEFAULT_BEHAVIOUR: Behaviour = {
  tagsReturnOnRestore: true,
  deletedListShowsTags: true,
  deletedListShowsDate: true,
  lastVersion: 'refuse',
  versionOrder: 'newest-first',
  optionalHeaders: true,
  usersShowPrivate: true,
  usersTakeState: true,
  workflowDeletesInternal: true,
  isEnterpriseServer: false,
  link: 'all'
}
