// Writes schema/policy-v1.json from the table of keys. Compile first: npm run compile.
import { writeFileSync } from 'node:fs'
import { policySchema } from '../lib/policy/policy-schema.js'

const file = new URL('../schema/policy-v1.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(policySchema(), null, 2)}\n`)
