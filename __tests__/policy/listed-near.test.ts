import { describe, expect, test } from '@jest/globals'
import type { ListedPackage } from '../../src/policy/listed-names.js'
import { scanListed } from '../../src/policy/listed-text.js'

const APP: ListedPackage = { type: 'container', owner: 'acme', name: 'app' }

/** What a keep rule keeps by a text. */
const kept = (text: string): string[] => {
  const { tags, near = [] } = scanListed(text, APP)
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
      ['pr-8']
    ],
    [
      'Terraform',
      'set {\n  name  = "image.repository"\n  value = "ghcr.io/acme/app"\n}\n' +
        'set {\n  name  = "image.tag"\n  value = "pr-8"\n}\n',
      ['pr-8']
    ],
    [
      'parameters of a bare name',
      '- name: image.repository\n  value: app\n- name: image.tag\n  value: pr-8\n',
      ['pr-8']
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
      ['pr-8']
    ],
    [
      "Helm's flags in a list of lines",
      'args:\n  - --set\n  - image.repository=ghcr.io/acme/app\n  - --set\n  - image.tag=pr-8\n',
      ['pr-8']
    ],
    ['a folded name', 'repository: >-\n    ghcr.io/acme/app\ntag: pr-8\n', ['pr-8']],
    [
      'exported variables',
      'export IMAGE_REPOSITORY=ghcr.io/acme/app\nexport IMAGE_TAG=v1\n',
      ['v1']
    ],
    ['a Dockerfile', 'ENV IMAGE_REPOSITORY=ghcr.io/acme/app\nENV IMAGE_TAG=v1\n', ['v1']],
    ["a Dockerfile's argument", 'ARG TAG=v1\nFROM ghcr.io/acme/app:${TAG}\n', ['v1']],
    [
      'JSON with a map between',
      '{"repository":"ghcr.io/acme/app","opts":{"a":1},"tag":"v1"}',
      ['v1']
    ],
    [
      'JSON with a map in front',
      '{"opts":{"a":1},"tag":"v1","repository":"ghcr.io/acme/app"}',
      ['v1']
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
    ["a chart's version", 'helm install x oci://ghcr.io/acme/app --version 1.2.3\n', ['1.2.3']],
    [
      "a chart's version on the next line",
      'helm install x oci://ghcr.io/acme/app \\\n  --version=1.2.3+5\n',
      ['1.2.3_5']
    ],
    ['a list', 'repository: ghcr.io/acme/app\ntags:\n  - v1\n', ['v1']],
    [
      'anywhere in the file where none is near',
      `image: ghcr.io/acme/app\n${'# more\n'.repeat(1000)}release:\n  tag: v1\n`,
      ['v1']
    ]
  ])('%s', (_name, text, found) => {
    expect(kept(text)).toEqual(found)
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
    ['the version of an API', 'apiVersion: v1\nimage: ghcr.io/acme/app\n', []],
    [
      'far away, where one is near',
      `image: "acme/app"\nx: {tag: v1}\n${'#\n'.repeat(2000)}tag: v2`,
      ['v1']
    ]
  ])('%s', (_name, text, found) => {
    expect(kept(text)).toEqual(found)
  })
})

test('only what is certain is named as such: nothing is deleted by what stands near', () => {
  const text = 'IMAGE_REPOSITORY=ghcr.io/acme/app\nexport IMAGE_TAG=v1\nold: app:v0\n'
  expect(scanListed(text, APP)).toMatchObject({ tags: ['v0'], near: ['v1'] })
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
