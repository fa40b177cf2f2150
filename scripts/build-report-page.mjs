// Writes src/report/html/client.generated.ts: the script and the style of report.html as text.
// With --check it only says whether that file was made from the sources as they are now.
import { transformSync } from '@swc/core'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const generated = join(root, 'src/report/html/client.generated.ts')
const require = createRequire(import.meta.url)
const uPlotFolder = dirname(require.resolve('uplot/package.json'))

/** The modules that the page runs, by path from the root, as plain JavaScript without comments. */
function modules() {
  const found = new Map()
  const visit = (file) => {
    const name = relative(root, file)
    if (found.has(name)) return
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: name,
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      minify: true
    })
    found.set(name, code)
    for (const [, target] of code.matchAll(/from\s*["'](\.[^"']+)\.js["']/g)) {
      visit(join(dirname(file), `${target}.ts`))
    }
  }
  visit(join(root, 'src/report/html/client/main.ts'))
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function style() {
  const own = readFileSync(join(root, 'src/report/html/client/page.css'), 'utf8')
  const theirs = readFileSync(join(uPlotFolder, 'dist/uPlot.min.css'), 'utf8')
  return `${theirs}\n${own}`
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,])\s*/g, '$1')
    .trim()
}

/** Names what the page is made of: equal for equal sources and equal tools. */
function sourceDigest(sources, css) {
  const hash = createHash('sha256')
  for (const name of ['uplot', '@vercel/ncc', '@swc/core']) {
    hash.update(`${name} ${require(`${name}/package.json`).version}\n`)
  }
  for (const [name, code] of sources) hash.update(`${name}\n${code}\n`)
  return hash.update(css).digest('hex')
}

function bundle(sources) {
  const folder = join(root, '.cache/report-page')
  rmSync(folder, { recursive: true, force: true })
  for (const [name, code] of sources) {
    const file = join(folder, name.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, code)
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
  const main = join(folder, 'src/report/html/client/main.js')
  const ncc = join(dirname(require.resolve('@vercel/ncc/package.json')), 'dist/ncc/cli.js')
  const args = [
    ncc,
    'build',
    main,
    '-o',
    join(folder, 'out'),
    '-m',
    '-C',
    '-q',
    '--target',
    'es2022'
  ]
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const code = readFileSync(join(folder, 'out/index.js'), 'utf8').trim()
  return `/*! with uPlot ${require('uplot/package.json').version}\n${licence()}*/\n${code}\n`
}

function licence() {
  return readFileSync(join(uPlotFolder, 'LICENSE'), 'utf8').replaceAll('*/', '* /')
}

/** As a Content-Security-Policy names an inline script or style. */
function hashSource(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function moduleText(script, css, digest) {
  const constants = {
    SOURCE_DIGEST: digest,
    SCRIPT_HASH: hashSource(script),
    STYLE_HASH: hashSource(css),
    CLIENT_STYLE: css,
    CLIENT_SCRIPT: script
  }
  const lines = Object.entries(constants).map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`
  )
  return `// Made by scripts/build-report-page.mjs from src/report/html/client; do not edit.\n${lines.join('')}`
}

const sources = modules()
const css = style()
const digest = sourceDigest(sources, css)
if (process.argv.includes('--check')) {
  if (!readFileSync(generated, 'utf8').includes(digest)) {
    console.error('client.generated.ts is older than its sources: npm run build:page')
    process.exitCode = 1
  }
} else {
  const script = bundle(sources)
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element')
  if (/<\/style/i.test(css)) throw new Error('the style would end its own element')
  writeFileSync(generated, moduleText(script, css, digest))
}
