/* oxlint-disable typescript/no-unsafe-argument, typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-return -- a description has no types */
// Cuts out of GitHub's OpenAPI description what the emulator serves, without prose:
//   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz
//   node scripts/extract-openapi.mjs package/generated/api.github.com.json
//   npx --no-install prettier --write __tests__/contract/github-openapi.json
import { readFileSync, writeFileSync } from 'node:fs'

const WANTED =
  /\/packages|\/docker\/conflicts$|^\/(user|users\/\{username\}|rate_limit)$|^\/repos\/\{owner\}\/\{repo\}(\/(pulls|branches|releases|tags|git\/matching-refs\/\{ref\}))?$/
const PROSE = ['description', 'summary', 'example', 'examples', 'tags', 'externalDocs']

const source = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const components = {}

/** A copy without prose, whose references are copied into `components`. */
function cut(value, isNameMap = false) {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => cut(item))
  if (typeof value.$ref === 'string') keep(value.$ref)
  const entries = Object.entries(value).filter(([key]) => isNameMap || !PROSE.includes(key))
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, cut(inner, !isNameMap && key === 'properties')])
  )
}

function keep(reference) {
  const [, , section, name] = reference.split('/')
  components[section] ??= {}
  if (name in components[section]) return
  components[section][name] = {}
  if (section !== 'examples') components[section][name] = cut(source.components[section][name])
}

const paths = {}
for (const [path, item] of Object.entries(source.paths)) {
  if (!WANTED.test(path)) continue
  const isPackages = /\/packages|\/docker\//.test(path)
  const kept = Object.entries(item).filter(([method]) => isPackages || method === 'get')
  paths[path] = Object.fromEntries(kept.map(([method, operation]) => [method, cut(operation)]))
}
const { openapi, info } = source
const subset = { openapi, info: { title: info.title, version: info.version }, paths, components }
writeFileSync('__tests__/contract/github-openapi.json', `${JSON.stringify(subset)}\n`)
