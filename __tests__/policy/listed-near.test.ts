import { describe, expect, test } from '@jest/globals'
import type { ListedPackage } from '../../src/policy/listed-names.js'
import { scanFiles } from '../../src/policy/listed-files.js'
import { scanListed } from './scan-listed.js'

const APP: ListedPackage = { type: 'container', owner: 'acme', name: 'app' }

/** What a keep rule keeps by a text. */
const kept = (text: string): string[] => {
  const { tags, near } = scanListed(text, APP)
  return [...tags, ...near].sort()
}

describe('ruling 6: a tag that stands near the name is kept, however the two are written', () => {
  test.each<[string, string, string[]]>([
    [
      'Compose with defaults of both',
      'services:\n  web:\n    image: ${IMAGE:-ghcr.io/acme/app}:${TAG:-pr-8}\n',
      ['pr-8']
    ],
    ['Compose with a default name', 'image: ${IMAGE-ghcr.io/acme/app}:v1\n', ['v1']],
    ['a default that is set', 'image: ghcr.io/acme/app:${TAG:=v1}\n', ['v1']],
    ['a default in quotes', 'image: ghcr.io/acme/app:${TAG:-"v1"}\n', ['v1']],
    ['a variable in front', 'image: $REGISTRY/app:pr-8\n', ['pr-8']],
    ["a template's default", 'image: ghcr.io/acme/app:{{ .Values.tag | default "v1" }}\n', ['v1']],
    [
      'Argo CD',
      'helm:\n  parameters:\n    - name: image.repository\n      value: ghcr.io/acme/app\n' +
        '    - name: image.tag\n      value: pr-8\n',
      ['latest', 'pr-8']
    ],
    [
      'Terraform',
      'set {\n  name  = "image.repository"\n  value = "ghcr.io/acme/app"\n}\n' +
        'set {\n  name  = "image.tag"\n  value = "pr-8"\n}\n',
      ['latest', 'pr-8']
    ],
    [
      'parameters of a bare name',
      '- name: image.repository\n  value: app\n- name: image.tag\n  value: pr-8\n',
      ['latest', 'pr-8']
    ],
    [
      "Helm's flags over lines",
      'helm upgrade x ./c \\\n  --set image.repository=ghcr.io/acme/app \\\n  --set image.tag=pr-8\n',
      ['pr-8']
    ],
    [
      "Helm's flags over Windows lines",
      'helm upgrade x ./c \\\r\n  --set image.tag=pr-8 \\\r\n  --set image.repository=acme/app\r\n',
      ['pr-8']
    ],
    [
      "Helm's flags in a list",
      'args: ["--set","image.repository=ghcr.io/acme/app","--set","image.tag=pr-8"]\n',
      ['latest', 'pr-8']
    ],
    [
      "Helm's flags in a list of lines",
      'args:\n  - --set\n  - image.repository=ghcr.io/acme/app\n  - --set\n  - image.tag=pr-8\n',
      ['latest', 'pr-8']
    ],
    ['a folded name', 'repository: >-\n    ghcr.io/acme/app\ntag: pr-8\n', ['latest', 'pr-8']],
    [
      'exported variables',
      'export IMAGE_REPOSITORY=ghcr.io/acme/app\nexport IMAGE_TAG=v1\n',
      ['latest', 'v1']
    ],
    ['a Dockerfile', 'ENV IMAGE_REPOSITORY=ghcr.io/acme/app\nENV IMAGE_TAG=v1\n', ['latest', 'v1']],
    ["a Dockerfile's argument", 'ARG TAG=v1\nFROM ghcr.io/acme/app:${TAG}\n', ['v1']],
    [
      'JSON with a map between',
      '{"repository":"ghcr.io/acme/app","opts":{"a":1},"tag":"v1"}',
      ['latest', 'v1']
    ],
    [
      'JSON with a map in front',
      '{"opts":{"a":1},"tag":"v1","repository":"ghcr.io/acme/app"}',
      ['latest', 'v1']
    ],
    ['single quotes', "docker run ghcr.io/acme/app:'v1'", ['v1']],
    ['double quotes', 'docker run app:"v1"', ['v1']],
    ['quotes around the name', 'docker run "ghcr.io/acme/app":v1', ['v1']],
    ["JSON's code of a slash", '"ghcr.io\\u002facme\\u002fapp:v1"', ['v1']],
    ["JSON's backslash before a slash", '"ghcr.io\\/acme\\/app:v1"', ['v1']],
    ['a URL', 'https://x/?image=ghcr.io%2Facme%2Fapp%3Av1', ['v1']],
    [
      'an alias of a value on the next line',
      'x: &release\n  v1\nimage:\n  repository: acme/app\n  tag: *release\n',
      ['v1']
    ],
    [
      "a chart's version",
      'helm install x oci://ghcr.io/acme/app --version 1.2.3\n',
      ['1.2.3', 'latest']
    ],
    [
      "a chart's version on the next line",
      'helm install x oci://ghcr.io/acme/app \\\n  --version=1.2.3+5\n',
      ['1.2.3_5', 'latest']
    ],
    ['a list', 'repository: ghcr.io/acme/app\ntags:\n  - v1\n', ['latest', 'v1']],
    [
      'anywhere in the file where none is near',
      `image: ghcr.io/acme/app\n${'# more\n'.repeat(1000)}release:\n  tag: v1\n`,
      ['latest', 'v1']
    ]
  ])('%s', (_name, text, found) => {
    expect(kept(text)).toEqual(found)
  })
})

describe('an image without a tag is latest, and one too many is kept', () => {
  test.each<[string, string[]]>([
    ['FROM ghcr.io/acme/app\n', ['latest']],
    ['FROM ghcr.io/acme/app AS base\n', ['AS', 'latest']],
    ['FROM --platform=linux/amd64 app\n', ['latest']],
    ['image: ghcr.io/acme/app\n', ['latest']],
    ['image: app\n', ['latest']],
    ['<image>app</image>', ['latest']],
    ['docker run --rm acme/app\n', ['latest']],
    ['repository: ghcr.io/acme/app\ntag: v1\n', ['v1']],
    ['ghcr.io/acme/app,v1\n', ['latest', 'v1']],
    ['ghcr.io/acme/app v1\n', ['latest', 'v1']],
    ['"ghcr.io/acme/app": "v1"\n', ['latest', 'v1']],
    ['image: ghcr.io/acme/app:v1\n', ['v1']],
    [`image: ghcr.io/acme/app@sha256:${'a'.repeat(64)}\n`, []],
    ['the app\n', []],
    ['name: app\n', []]
  ])('%j', (text, found) => {
    expect(kept(text)).toEqual(found)
  })
})

describe('a tag that is put together counts as the text sets its variables', () => {
  test.each<[string, string, string[]]>([
    ["a Dockerfile's argument", 'ARG V=v1\nFROM ghcr.io/acme/app:${V}\n', ['v1']],
    ['a plain variable', 'export V="v1"\ndocker run ghcr.io/acme/app:$V\n', ['v1']],
    ['a variable in YAML', 'V: v1\nrun: docker run ghcr.io/acme/app:$V\n', ['v1']],
    ["a Dockerfile's old form", 'ENV V v1\nFROM ghcr.io/acme/app:$V\n', ['v1']],
    ['a Windows variable', 'set V=v1\r\ndocker run acme/app:%V%\r\n', ['v1']],
    ['make', 'V ?= v1\nrun:\n\tdocker run ghcr.io/acme/app:$(V)\n', ['v1']],
    ['Actions', "env:\n  RELEASE: 'v1'\nrun: docker run acme/app:${{ env.RELEASE }}\n", ['v1']],
    [
      'Kubernetes',
      'env:\n  - name: APP_RELEASE\n    value: v1\nimage: acme/app:$(APP_RELEASE)\n',
      ['v1']
    ],
    [
      'Terraform',
      'variable "release" {\n  default = "v1"\n}\nimage = "ghcr.io/acme/app:${var.release}"\n',
      ['v1']
    ],
    ['a default of a default', 'image: ghcr.io/acme/app:${T:-${U:-v1}}\n', ['v1']],
    ['a default by or', "image: acme/app:${{ inputs.release || 'v1' }}\n", ['v1']],
    ['a variable of a variable', 'A=v1\nB=$A\nC=${B:-v2}\nacme/app:$C\n', ['v1', 'v2']],
    ['a variable set twice', 'V=v1\nV=v2\nacme/app:$V\n', ['v1', 'v2']],
    ['a variable and more', 'ARG V=v1\nFROM ghcr.io/acme/app:${V}-alpine\n', ['v1-alpine']],
    ['a default and more', 'image: ghcr.io/acme/app:${V:-v1}-alpine\n', ['v1-alpine']],
    ['more in front', 'N=7\ndocker run ghcr.io/acme/app:pr-$N\n', ['pr-7']],
    ['joined texts', "image: 'ghcr.io/acme/app:' + 'v1'", ['v1']],
    ['a joined variable', "const tag = 'v1'\nconst image = 'ghcr.io/acme/app:' + tag\n", ['v1']],
    ['joined and joined again', 'image = "ghcr.io/acme/app:" + "v1" + "-alpine"', ['v1-alpine']],
    ['a JavaScript template', 'const tag = "v1"; image: `ghcr.io/acme/app:${tag}`', ['v1']],
    ['an f-string', 'release = "v1"\nimage = f"ghcr.io/acme/app:{release}"\n', ['v1']],
    [
      'a value in Helm',
      'release: v1\nimage:\n  repository: ghcr.io/acme/app\n  tag: ${release}\n',
      ['latest', 'v1']
    ]
  ])('%s', (_name, text, found) => {
    expect(kept(text)).toEqual(found)
    expect(scanListed(text, APP)).toMatchObject({
      tags: expect.not.arrayContaining(found),
      untold: []
    })
  })
})

describe('a name with a tag that the text does not tell is told apart', () => {
  test.each<[string, string, [number, string][]]>([
    ['a Dockerfile', 'ARG V\nFROM ghcr.io/acme/app:${V}\n', [[2, '${V}']]],
    ['a name alone', 'image: app:$TAG\n', [[1, '$TAG']]],
    ['more behind', 'image: ghcr.io/acme/app:v1-${SHA}\n', [[1, 'v1-${SHA}']]],
    ['Actions', 'image: acme/app:${{ github.sha }}\n', [[1, '${{ github.sha }}']]],
    ['a template', 'image: "acme/app:{{ .Values.tag }}"\n', [[1, '{{ .Values.tag }}']]],
    ['a joined variable', "image = 'ghcr.io/acme/app:' + version\n", [[1, '+ version']]],
    ['joined lines count each', 'docker run \\\n  -it \\\n  acme/app:$TAG\n', [[3, '$TAG']]],
    [
      'Flux',
      'spec:\n  url: oci://ghcr.io/acme/app\n  ref:\n    semver: 1.x\n',
      [[2, 'semver: 1.x']]
    ],
    [
      "Helm's tag of the chart",
      'image:\n  repository: ghcr.io/acme/app\n  tag: ""\n',
      [[2, 'tag: ""']]
    ],
    [
      'a chart of a range',
      'dependencies:\n  - chart: app\n    version: ">=1.0.0 <2" # wide\n',
      [[2, 'version: ">=1.0.0 <2"']]
    ],
    ['a part of a variable', 'TAG=v1\nacme/app:${TAG#v}\n', [[2, '${TAG#v}']]],
    ['none that has a default', 'image: ghcr.io/acme/app:${V:-v1}\n', []],
    ['none with a digest', `image: acme/app:$TAG@sha256:${'a'.repeat(64)}\n`, []],
    ['none of a port', 'url: http://app:${PORT}\n', []],
    ['none of a port with a path', 'url: http://app:${PORT}/x\n', []],
    ['none of a folder', 'volumes:\n  - ./app:${FOLDER}\n', []],
    ['none of a word', 'the app:$X\n', []],
    ['none of another', 'image: ghcr.io/acme/app-db:$TAG\n', []],
    ['none of a label', 'labels:\n  app: app\n  version: "{{ .Version }}"\n', []]
  ])('%s', (_name, text, found) => {
    const { untold } = scanListed(text, APP)
    expect(untold.map(({ line, written }) => [line, written])).toEqual(found)
  })
})

describe('ruling 6: what stands near another name is not meant', () => {
  test.each<[string, string, string[]]>([
    ['a longer name', 'repository: ghcr.io/acme/app-db\nstage:\n  tag: v1\n', []],
    ['the same name of another owner', 'a: \\/other\\/app\nimage: other/app\nb:\n  tag: v1\n', []],
    ['a path below', 'url: https://ghcr.io/acme/app/tags\nb:\n  tag: v1\n', []],
    ['an image below a variable and a folder', 'image: $REGISTRY/tools/app:v1\n', []],
    ['a word of a text', 'The app has many tags: v1\n', []],
    ['a label', 'labels:\n  name: app\nspec:\n  tag: v1\n', []],
    ['a name with a tag of its own', 'image: ghcr.io/acme/app:v1\nother:\n  tag: v2\n', ['v1']],
    ['a name with a digest', 'image: ghcr.io/acme/app@sha256:0\nother:\n  tag: v2\n', []],
    ['the version of an API', 'apiVersion: v1\nimage: ghcr.io/acme/app\n', ['latest']],
    [
      'far away, where one is near',
      `image: "acme/app"\nx: {tag: v1}\n${'#\n'.repeat(2000)}tag: v2`,
      ['latest', 'v1']
    ]
  ])('%s', (_name, text, found) => {
    expect(kept(text)).toEqual(found)
  })
})

test('only what is certain is named as such: nothing is deleted by what stands near', () => {
  const text = 'IMAGE_REPOSITORY=ghcr.io/acme/app\nexport IMAGE_TAG=v1\nold: app:v0\n'
  expect(scanListed(text, APP)).toMatchObject({ tags: ['v0'], near: ['latest', 'v1'] })
})

test('a long comment within a block does not cut a tag', () => {
  for (const length of [3940, 3954, 3960, 20_000]) {
    const comment = `  # ${'x'.repeat(length)}\n`
    const below = `image:\n  repository: ghcr.io/acme/app\n${comment}  tag: 1.2.3\n`
    const above = `image:\n  tag: 1.2.3\n${comment}  repository: ghcr.io/acme/app\n`
    const flags = `helm ${'x'.repeat(length)} --set image.repository=acme/app,image.tag=1.2.3\n`
    expect([below, above, flags].map((text) => scanListed(text, APP).tags)).toEqual(
      Array.from({ length: 3 }, () => ['1.2.3'])
    )
  }
})

test('nothing is read of a line that is too long to be read whole', () => {
  const text = `repository: ghcr.io/acme/app\ntag: ${' '.repeat(31_990)}1.2.3\n`
  expect(scanListed(text, APP).tags).not.toContain('1.2')
  expect(scanListed(text, APP).tags).not.toContain('1')
})

describe('many names and variables', () => {
  const range = (count: number) => Array.from({ length: count }, (_, at) => at)

  test('all values that the files of a folder give a variable are near', () => {
    const files = range(60).map((at) => ({ path: `deploy/${at}.env`, text: `TAG=v${at}\n` }))
    const compose = { path: 'deploy/compose.yaml', text: 'image: /app:${TAG}' }
    const { near, untold } = scanFiles([compose, ...files], APP)

    expect(near).toEqual(range(60).map((at) => `v${at}`))
    expect(untold).toEqual([])
  })

  test('a tag that is put together in more ways than are tried is untold', () => {
    const values = range(20).map((at) => `A=a${at}\nB=b${at}\n`)
    const { near, untold } = scanListed(`image: /app:$A-$B\n${values.join('')}`, APP)

    expect(near).toHaveLength(100)
    expect(untold).toEqual([{ line: 1, written: '$A-$B' }])
  })

  test('a name that stands a thousand times with one tag is told once of each', () => {
    const text = `${'image: /app\ntag: $X\n'.repeat(1000)}\nend:\n  y: z\n  X=v1\n  X=v2\n`
    const { near, untold } = scanListed(text, APP)

    expect(near.toSorted()).toEqual(['latest', 'v1', 'v2'])
    expect(untold).toEqual([])
  })
})

test.each([
  "image: /app:${{ format('v1.{0}', github.run_number) }}",
  'image: /app:${VERSION#v.}',
  'image: /app:${TAG:-v2.}',
  'image: /app:{{ trimPrefix "v." .Values.tag }}',
  'docker push /app:$(git describe | sed s/v.//)',
  'Use "acme/app:" + tag. Then'
])('a word with a full stop at its end in a variable is no name without letters: %s', (text) => {
  expect(kept(`${text}\nv1. = v2\n`)).not.toContain('')
})
