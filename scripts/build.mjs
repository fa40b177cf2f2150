// Builds lib/ (plain modules, for tools) and dist/ (the bundle that is committed).
//
// One run of ncc bundles the action and the command-line tool, each behind a lazy import: what
// both need is in dist/ once, and each loads only its own chunks. The bytes depend on the
// sources and the lock file alone, not on the folder, the version of Node or the clock.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ncc from '@vercel/ncc'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUNDLE = 'main.js'
// GitHub and Node start these two; all they do is choose.
const ENTRIES = {
  'index.js': `import { action } from './${BUNDLE}'\n\nawait action()\n`,
  'cli.js': `#!/usr/bin/env node\nimport { cli } from './${BUNDLE}'\n\nawait cli()\n`
}
const CHOICE = `export const action = () => import('./index.js')
export const cli = () => import('./cli.js')
`

// webpack names modules by their path from the working directory.
process.chdir(ROOT)
compile()
write(await bundle())

function compile() {
  rmSync('lib', { recursive: true, force: true })
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
}

/** The files of dist/ by name. */
async function bundle() {
  const choice = join(ROOT, 'lib', 'entries.js')
  writeFileSync(choice, CHOICE)
  const { code, assets } = await ncc(choice, {
    filename: BUNDLE,
    license: 'licenses.txt',
    cache: false,
    quiet: true
  })
  const sources = Object.entries(assets).map(([name, { source }]) => [name, source])
  return { ...Object.fromEntries(sources), [BUNDLE]: code, ...ENTRIES }
}

// Only once all is built: names of chunks change, and a failed build leaves dist/ as it was.
function write(files) {
  rmSync('dist', { recursive: true, force: true })
  for (const [name, source] of Object.entries(files)) {
    const path = join('dist', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, source, { mode: name === 'cli.js' ? 0o755 : 0o644 })
  }
}
