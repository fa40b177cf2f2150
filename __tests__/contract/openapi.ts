import { Ajv } from 'ajv'
import ajvFormats from 'ajv-formats'
import { type Operation, type Parameter, readDescription, type Reference } from './description.js'

/** A request as it went over the wire. */
export interface SentRequest {
  readonly method: string
  /** Percent-encoded, with or without query, without a prefix such as `/api/v3`. */
  readonly path: string
  /** Left out where it is part of `path`. */
  readonly query?: string | Readonly<Record<string, string>>
  /** Text or parsed; '' and `undefined` are none. */
  readonly body?: unknown
}

/** What was answered to it. */
export interface ReceivedResponse {
  readonly status: number
  /** Parsed; `undefined` where there was none. */
  readonly body?: unknown
}

const description = readDescription()
const ajv = new Ajv({ strict: false, allErrors: true })
ajvFormats.default(ajv)
ajv.addSchema(description, 'github')

/**
 * What is wrong with a request by GitHub's OpenAPI description: nothing, and the list is
 * empty. A path or a parameter that GitHub does not describe is wrong too.
 *
 * @see https://github.com/github/rest-api-description
 */
export function checkRequest(sent: SentRequest): string[] {
  const line = `${sent.method} ${sent.path}`
  const found = findOperation(sent)
  if (found === undefined) return [`${line}: no such operation`]
  const parameters = (found.operation.parameters ?? []).map(resolveParameter)
  const query = new URLSearchParams(sent.query ?? sent.path.split(/\?(.*)/s, 2)[1])
  const hasBody = sent.body !== undefined && sent.body !== ''
  return [
    ...parameters.flatMap((parameter) => checkParameter(parameter, found.values, query)),
    ...strangersIn(query, parameters),
    ...(hasBody && found.operation.requestBody === undefined ? ['takes no body'] : [])
  ].map((complaint) => `${line}: ${complaint}`)
}

/** What is wrong with an answer, as `checkRequest`. */
export function checkResponse(sent: SentRequest, { status, body }: ReceivedResponse): string[] {
  const line = `${sent.method} ${sent.path} ${status}`
  const found = findOperation(sent)
  if (found === undefined) return [`${line}: no such operation`]
  const schema = schemaPointer(found, status)
  const complaints = schema === undefined ? checkUndescribed(status, body) : judge(schema, body)
  return complaints.map((complaint) => `${line}: ${complaint}`)
}

/** The operation that a request is one of, such as `packages/list-packages-for-organization`. */
export function operationId(sent: SentRequest): string | undefined {
  return findOperation(sent)?.operation.operationId
}

/** All operations that are described. */
export function describedOperations(): string[] {
  return Object.values(description.paths)
    .flatMap((methods) => Object.values(methods))
    .map((operation) => operation.operationId)
}

interface Found {
  readonly operation: Operation
  readonly template: string
  readonly method: string
  /** Path parameters, decoded. */
  readonly values: Readonly<Record<string, string>>
}

function findOperation(sent: SentRequest): Found | undefined {
  const method = sent.method.toLowerCase()
  const path = sent.path.split('?', 1)[0] ?? ''
  for (const [template, methods] of Object.entries(description.paths)) {
    const values = valuesIn(template, path)
    const operation = methods[method]
    if (values !== undefined && operation !== undefined) {
      return { operation, template, method, values }
    }
  }
  return undefined
}

/** A parameter is one segment; only `{ref}` takes several. */
function valuesIn(template: string, path: string): Record<string, string> | undefined {
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'ref' ? '(?<ref>.+)' : `(?<${name}>[^/]+)`
  )
  const groups = new RegExp(`^${source}$`).exec(path)?.groups
  if (groups === undefined) return new RegExp(`^${source}$`).test(path) ? {} : undefined
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])
  )
}

function resolveParameter(parameter: Parameter | Reference): Parameter {
  if (!('$ref' in parameter)) return parameter
  const resolved = description.components.parameters[parameter.$ref.split('/').at(-1) ?? '']
  if (resolved === undefined) throw new Error(`${parameter.$ref} is not in the description`)
  return resolved
}

function checkParameter(
  { name, in: place, required, schema }: Parameter,
  values: Readonly<Record<string, string>>,
  query: URLSearchParams
): string[] {
  const text = place === 'path' ? values[name] : (query.get(name) ?? undefined)
  if (text === undefined) return required === true ? [`${name} is required`] : []
  const isWhole = schema.type === 'integer' && /^-?\d+$/.test(text)
  const isRight = ajv.validate(schema, isWhole ? Number(text) : text)
  return isRight ? [] : [`${name} ${ajv.errorsText(ajv.errors, { dataVar: '' })}`]
}

function strangersIn(query: URLSearchParams, parameters: readonly Parameter[]): string[] {
  const known = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)
  return [...query.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => `${name} is not described`)
}

/** Where the schema of an answer is; `undefined` where none is described. */
function schemaPointer({ operation, template, method }: Found, status: number): string | undefined {
  const response = operation.responses[String(status)]
  if (response === undefined) return undefined
  const place =
    '$ref' in response
      ? String(response.$ref)
      : pointer('paths', template, method, 'responses', String(status))
  const resolved =
    '$ref' in response ? description.components.responses[place.split('/')[3] ?? ''] : response
  return resolved !== undefined && 'content' in resolved
    ? `${place}/content/application~1json/schema`
    : undefined
}

function pointer(...keys: readonly string[]): string {
  const escaped = keys.map((key) =>
    encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
  )
  return `#/${escaped.join('/')}`
}

function judge(schema: string, body: unknown): string[] {
  const reference = `github${schema}`
  const validate = ajv.getSchema(reference) ?? ajv.compile({ $ref: reference })
  if (validate(body) === true) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`
  )
}

/**
 * What the description does not have: 204 has no body; other statuses that were seen on these
 * operations (400 for the last version, 429, 5xx) have GitHub's error with its message.
 */
function checkUndescribed(status: number, body: unknown): string[] {
  if (status === 204) return body === undefined ? [] : ['must have no body']
  const isError = status >= 400 && typeof body === 'object' && body !== null && 'message' in body
  return isError ? [] : [`is not described, nor an error with a message: ${JSON.stringify(body)}`]
}
