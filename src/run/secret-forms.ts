/**
 * A token in the forms in which something might print it: as it is, in base64 as in headers, and
 * URL-encoded. Longest first, each once; empty where there is no token.
 */
export function secretForms(token: string): readonly string[] {
  const trimmed = token.trim()
  if (trimmed === '') return []
  const base64 = Buffer.from(trimmed).toString('base64')
  const forms = [token, trimmed, base64, base64.replace(/=+$/, ''), encodeURIComponent(trimmed)]
  return [...new Set(forms)].sort((one, other) => other.length - one.length)
}
