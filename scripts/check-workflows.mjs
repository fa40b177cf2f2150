// Checks action.yml and workflow files with GitHub's own language service:
//   node scripts/check-workflows.mjs action.yml .github/workflows/*.yml
// Prints `file:line: what is wrong` and exits 1, or prints nothing.
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'

// The language service imports JSON without the attribute that Node asks for.
const JSON_IMPORTS = `export const load = (url, context, next) =>
  next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context)`
register(`data:text/javascript,${encodeURIComponent(JSON_IMPORTS)}`)
const { validate } = await import('@actions/languageservice/validate')

const OWN = 'package-retention/package-retention'
// The inputs that are used here of the actions that are used here: any other is likely a slip.
const KNOWN_INPUTS = {
  [OWN]: Object.keys(parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')).inputs),
  'actions/checkout': ['fetch-depth', 'path', 'persist-credentials', 'ref', 'repository'],
  'actions/setup-node': ['cache', 'node-version'],
  'actions/upload-artifact': ['if-no-files-found', 'name', 'path', 'retention-days'],
  'actions/download-artifact': [
    'github-token',
    'merge-multiple',
    'name',
    'path',
    'pattern',
    'run-id'
  ]
}

const actionsMetadataProvider = {
  async fetchActionMetadata({ owner, name }) {
    const inputs = KNOWN_INPUTS[`${owner}/${name}`]
    return inputs && { name, inputs: Object.fromEntries(inputs.map((input) => [input, {}])) }
  }
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const document = TextDocument.create(pathToFileURL(resolve(file)).href, 'yaml', 1, text)
  for (const { range, message } of await validate(document, { actionsMetadataProvider })) {
    console.log(`${basename(file)}:${range.start.line + 1}: ${message}`)
    process.exitCode = 1
  }
}
