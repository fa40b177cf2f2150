const MAX_SHOWN = 300

/**
 * A stranger's words as they may stand in a message: one line, without control characters (a
 * log would take `::` at a line's start for a command), cut where they go on and on, and
 * without what was sent as `authorization`, should the stranger repeat it.
 */
export function concealed(text: string, authorization: string): string {
  const hidden = secretsIn(authorization)
    .filter((secret) => secret !== '')
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const line = hidden.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}

function secretsIn(authorization: string): readonly string[] {
  const [scheme = '', sent = ''] = authorization.split(' ', 2)
  if (!/^basic$/i.test(scheme)) return [sent]
  const plain = Buffer.from(sent, 'base64').toString('utf8')
  return [sent, plain.slice(plain.indexOf(':') + 1)]
}
