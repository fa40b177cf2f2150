import type { JsonSchema } from './file/form.js'
import { policyFileForm } from './policy-file.js'

/** Where a release publishes it: the branch or tag of the major version. */
export const POLICY_SCHEMA_ID =
  'https://raw.githubusercontent.com/package-retention/package-retention/v1/schema/policy-v1.json'

/**
 * The JSON Schema of policy files, with descriptions for editors. It says all that the parser
 * checks but for what a schema can't: what patterns and ranges mean beyond their signs, `per`
 * against the captures, conditions against types, and units that stand twice. A test lists them.
 *
 * @see https://json-schema.org/draft/2020-12/schema
 */
export function policySchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: POLICY_SCHEMA_ID,
    title: 'Package Retention policy',
    description: 'Which versions of GitHub packages stay and which go.',
    ...policyFileForm.schema
  }
}
