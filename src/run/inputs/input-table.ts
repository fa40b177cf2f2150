import { RUN_MODES, type RunMode } from '../../report/report.js'

/** How the text of an input is read. */
export type InputKind =
  | 'text'
  | 'path'
  | 'url'
  | 'list'
  | 'boolean'
  | 'duration'
  | 'number'
  | 'limit'
  | 'share'
  | 'word'
  | 'yaml'

/** What 2-action says of one input, which is also a flag of the command line. */
export interface InputRow {
  readonly kind: InputKind
  /** The modes in which it means something. */
  readonly modes: readonly RunMode[]
  /** As text; `null` where there is none, or where it depends on the surroundings. */
  readonly default: string | null
  /** What may stand there, for `--help`: `N`, `PATTERNS`. Empty for booleans. */
  readonly placeholder: string
  /** One line. */
  readonly help: string
}

const ALL = RUN_MODES
const CLEANUP = ['cleanup'] as const
/** `apply` asks for the limits again of what is left of the plan (ruling 3). */
const DECIDING = ['cleanup', 'apply'] as const
const APPLY = ['apply'] as const
const RESTORE = ['restore'] as const

/** All inputs, in the order of the documentation. */
export const INPUTS = {
  token: row('text', ALL, null, 'TOKEN', 'token for the REST API and the registry'),
  owner: row('text', ALL, null, 'NAME', 'organisation or user that has the packages'),
  'package-type': row('list', ALL, 'container', 'TYPES', 'types of packages, or all'),
  packages: row('list', ALL, null, 'NAMES', 'names or globs of packages; ! in front excludes'),
  'api-url': row('url', ALL, null, 'URL', 'address of the REST API'),
  'registry-url': row('url', ALL, null, 'URL', 'address of the container registry'),
  'npm-registry-url': row('url', ALL, null, 'URL', 'address of the npm registry'),

  'delete-tags': row('list', CLEANUP, null, 'PATTERNS', 'selects these tags'),
  'delete-untagged': row('boolean', CLEANUP, null, '', 'selects untagged images'),
  'older-than': row('duration', CLEANUP, null, 'AGE', 'selects only what is older'),
  'delete-prereleases': row('boolean', CLEANUP, null, '', 'selects only prereleases'),
  'delete-broken': row('list', CLEANUP, null, 'KINDS', 'ghost, partial, orphaned, unpullable'),
  'keep-tags': row('list', CLEANUP, null, 'PATTERNS', 'always kept'),
  'keep-newest': row('number', CLEANUP, null, 'N', 'keeps the N newest tagged images'),
  'keep-newest-untagged': row('number', CLEANUP, null, 'N', 'keeps the N newest untagged images'),
  'keep-newer-than': row('duration', CLEANUP, null, 'AGE', 'keeps everything younger'),

  'policy-file': row('path', CLEANUP, null, 'FILE', 'policy file instead of the rules above'),
  policy: row('yaml', CLEANUP, null, 'YAML', 'the policy itself'),

  mode: row('word', ALL, 'cleanup', 'MODE', 'cleanup, apply, restore or repair'),
  'dry-run': row('boolean', ALL, 'false', '', 'compute and report the plan, change nothing'),
  plan: row('path', APPLY, null, 'FILE', 'report.json of the dry run to carry out'),
  'plan-max-age': row('duration', APPLY, '7d', 'AGE', 'refuse an older plan'),
  report: row('path', RESTORE, null, 'FILE', 'report.json of the run to undo'),
  'version-ids': row('list', RESTORE, null, 'IDS', 'ids of versions to bring back'),
  'deleted-tags': row('list', RESTORE, null, 'PATTERNS', 'bring back deleted versions by tag'),
  'deleted-within': row('duration', RESTORE, null, 'AGE', 'bring back what was deleted since'),
  untag: row('boolean', DECIDING, 'false', '', 'take selected tags off versions that stay'),
  'untagged-grace': row('duration', DECIDING, '1d', 'AGE', 'younger untagged images stay'),
  'age-by': row('word', DECIDING, 'created', 'DATE', 'created or updated'),
  'last-version': row('word', DECIDING, 'keep', 'WAY', 'keep, delete-package or fail'),
  'max-deletions': row('limit', DECIDING, null, 'LIMIT', 'such as 500 or 25%; beyond it nothing'),
  share: row('share', ALL, null, 'N/M', 'only this share of the packages, such as 3/20'),
  'time-limit': row('duration', ALL, null, 'TIME', 'start no new changes after this long'),
  'reserve-requests': row('number', ALL, '100', 'N', 'requests to leave of the hour’s budget'),
  concurrency: row('number', ALL, '10', 'N', 'changes in flight at once, 1 to 50'),
  'manifest-cache': row('boolean', ALL, 'true', '', 'keep what was read of manifests'),
  'report-directory': row('path', ALL, null, 'FOLDER', 'where the reports are written'),
  'fail-on': row('word', ALL, 'error', 'WHEN', 'error, or never: failures only warn')
} as const satisfies Readonly<Record<string, InputRow>>

export type InputName = keyof typeof INPUTS

export const INPUT_NAMES: readonly InputName[] = Object.keys(INPUTS).filter(isInputName)

/** The row of an input, in the general form. */
export function inputRow(name: InputName): InputRow {
  return INPUTS[name]
}

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name)
}

function row(
  kind: InputKind,
  modes: readonly RunMode[],
  fallback: string | null,
  placeholder: string,
  help: string
): InputRow {
  return { kind, modes, default: fallback, placeholder, help }
}
