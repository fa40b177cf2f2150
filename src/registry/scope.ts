import type { PackageRef } from '../model/package.js'
import { repositoryOf } from './repository.js'

/** `repository:acme/app:pull` or `repository:acme/app:pull,push`. @see https://distribution.github.io/distribution/spec/auth/scope/ */
export type Scope = string

/** @throws RegistryError `MALFORMED` where the package's name is none that a registry takes */
export function pullScope(ref: PackageRef): Scope {
  return `repository:${repositoryOf(ref)}:pull`
}

/** @throws RegistryError `MALFORMED` where the package's name is none that a registry takes */
export function pushScope(ref: PackageRef): Scope {
  return `${pullScope(ref)},push`
}

/** Whether nobody in particular may be let in: what is public may be read, never written. */
export function isReadOnly(scope: Scope): boolean {
  return scope.endsWith(':pull')
}

/** What to click when the registry refuses something in this scope. */
export function remedyFor(scope: Scope): string {
  const [role, permission] = isReadOnly(scope) ? ['Read', 'read'] : ['Write', 'write']
  return (
    `the token needs ${permission}:packages (in a workflow: permissions: packages: ${permission}) ` +
    `and at least the ${role} role on the package (its settings, Manage Actions access)`
  )
}
