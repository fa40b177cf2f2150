import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A JSON Schema, or a reference to one; only what the corrections touch is named. */
export interface Schema {
  type?: string
  enum?: string[]
  required?: string[]
  properties?: Record<string, Schema>
  anyOf?: Schema[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

export interface Reference {
  readonly $ref: string
}

export interface Operation {
  readonly operationId: string
  readonly parameters?: (Parameter | Reference)[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, object>>
}

/** The part of an OpenAPI document that the contract tests read. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Record<string, Schema>
    readonly parameters: Record<string, Parameter>
    readonly responses: Record<string, object>
  }
}

/**
 * GitHub's own description of what the emulator serves, with its known slips mended.
 *
 * @see https://github.com/github/rest-api-description
 */
export function readDescription(): Description {
  const file = join(import.meta.dirname, 'github-openapi.json')
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description
  mendSchemas(description.components.schemas)
  mendPaging(description)
  return description
}

function mendSchemas(schemas: Record<string, Schema>): void {
  // The property is called `tag`, and `tags` is required: either may come, or neither.
  const docker = schemas['package-version']?.properties?.['metadata']?.properties?.['docker']
  const tag = docker?.properties?.['tag']
  if (docker?.properties === undefined || tag === undefined) throw new Error('no metadata.docker')
  docker.properties['tags'] = tag
  delete docker.required

  // A pull request has no head repository any more when its fork was deleted.
  const head = schemas['pull-request-simple']?.properties?.['head']?.properties
  if (head?.['repo'] === undefined) throw new Error('no head.repo')
  head['repo'] = { anyOf: [head['repo'], { type: 'null' }] }

  // The filter of the list of packages takes `internal`, so packages can be that.
  schemas['package']?.properties?.['visibility']?.enum?.push('internal')
}

function mendPaging({ paths }: Description): void {
  const integer = { type: 'integer' }
  const page: Parameter = { name: 'page', in: 'query', schema: integer }
  const perPage: Parameter = { name: 'per_page', in: 'query', schema: integer }
  const state: Parameter = {
    name: 'state',
    in: 'query',
    schema: { type: 'string', enum: ['active', 'deleted'] }
  }
  // No query at all is described for these two; clients page them all the same, and ask the
  // first for deleted versions.
  const ofUser = '/users/{username}/packages/{package_type}/{package_name}/versions'
  paths[ofUser]?.['get']?.parameters?.push(page, perPage, state)
  const refs = '/repos/{owner}/{repo}/git/matching-refs/{ref}'
  paths[refs]?.['get']?.parameters?.push(page, perPage)
}
