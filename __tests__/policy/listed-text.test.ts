import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { ListedPackage } from '../../src/policy/listed-names.js'
import { scanListed } from './scan-listed.js'

const APP: ListedPackage = { type: 'container', owner: 'acme', name: 'app' }
const API: ListedPackage = { type: 'container', owner: 'acme', name: 'services/api' }
const OLD: ListedPackage = { type: 'docker', owner: 'acme', name: 'app' }
const UI: ListedPackage = { type: 'npm', owner: 'acme', name: 'ui' }
const LIB: ListedPackage = { type: 'maven', owner: 'acme', name: 'com.acme.lib' }
const NET: ListedPackage = { type: 'nuget', owner: 'acme', name: 'Acme.Core' }
const GEM: ListedPackage = { type: 'rubygems', owner: 'acme', name: 'widgets' }

const hex = (digit: string): string => digit.repeat(64)
const tags = (text: string, wanted: ListedPackage): string[] =>
  [...scanListed(text, wanted).tags].sort()

describe('ruling 6: a tag behind the whole name', () => {
  test.each<[string, ListedPackage, string[]]>([
    ['app:v1', APP, ['v1']],
    ['acme/app:v1', APP, ['v1']],
    ['ghcr.io/acme/app:v1', APP, ['v1']],
    ['containers.example.ghe.com/acme/app:v1', APP, ['v1']],
    ['GHCR.io/Acme/App:V1', APP, ['V1']],
    ['image: ghcr.io/acme/app:v1', APP, ['v1']],
    ['image: "ghcr.io/acme/app:v1"', APP, ['v1']],
    ["image: 'acme/app:v1' # pinned", APP, ['v1']],
    ['- image: `app:v1`', APP, ['v1']],
    ['{"image":"ghcr.io/acme/app:v1","x":1}', APP, ['v1']],
    ['"{\\"image\\":\\"ghcr.io/acme/app:v1\\"}\\n"', APP, ['v1']],
    ['"run\\napp:v1\\nend"', APP, ['v1']],
    ['FROM ghcr.io/acme/app:v1 AS base', APP, ['v1']],
    ['FROM --platform=linux/amd64 acme/app:v1', APP, ['v1']],
    ['docker run -e X=1 app:v1 sh', APP, ['v1']],
    ['IMAGE=acme/app:v1', APP, ['v1']],
    ['<image>acme/app:v1</image>', APP, ['v1']],
    ['docker://acme/app:v1', APP, ['v1']],
    ['oci://ghcr.io/acme/app:1.2.3', APP, ['1.2.3']],
    ['[app:v1, acme/app:v2]', APP, ['v1', 'v2']],
    [`app:v1@sha256:${hex('a')}`, APP, ['v1']],
    ['mirror.local/ghcr.io/acme/app:v1', APP, ['v1']],
    ['localhost:5000/app:v1', APP, ['v1']],
    ['registry.local/app:v1', APP, ['v1']],
    ['${REGISTRY}/app:v1', APP, ['v1']],
    ['{{ .Values.registry }}/app:v1', APP, ['v1']],
    ['$(OWNER)/app:v1', APP, ['v1']],
    ['acme%2Fapp:v1', APP, ['v1']],
    ['We run app:v1.', APP, ['v1', 'v1.']],
    ['We run app:v1, and app:v2!', APP, ['v1', 'v2']],
    ['(app:v1)', APP, ['v1']],
    ['image: app:${TAG:-v1}', APP, ['v1']],
    ['image: app:${TAG-v1}', APP, ['v1']],
    ['ghcr.io/acme/services/api:v1', API, ['v1']],
    ['services/api:v1', API, ['v1']],
    ['docker.pkg.github.com/acme/shop/app:v1', OLD, ['v1']],
    ['docker.pkg.github.com/acme/app:v1', OLD, ['v1']]
  ])('%s', (text, wanted, found) => {
    expect(tags(text, wanted)).toEqual(found)
  })
})

describe('ruling 6: a name that is not whole, or another one', () => {
  test.each<[string, ListedPackage, string[]]>([
    ['myapp:v1', APP, []],
    ['my-app:v1', APP, []],
    ['my_app:v1', APP, []],
    ['my.app:v1', APP, []],
    ['app-db:v1', APP, []],
    ['app2:v1', APP, []],
    ['äapp:v1', APP, []],
    ['app:v1.2', APP, ['v1.2']],
    ['app:v1-alpine', APP, ['v1-alpine']],
    ['other/app:v1', APP, []],
    ['ghcr.io/other/app:v1', APP, []],
    ['xacme/app:v1', APP, []],
    ['ghcr.io/acme/tools/app:v1', APP, []],
    ['ghcr.io/acme/app/tools:v1', APP, []],
    ['api:v1', API, []],
    ['other/services/api:v1', API, []],
    ['docker.pkg.github.com/other/shop/app:v1', OLD, []],
    ['app', APP, []],
    ['app:', APP, []],
    ['app: v1', APP, []],
    ['./app:/data', APP, []],
    ['http://app:8080/path', APP, []],
    ['app:v1-${SHA}', APP, []],
    ['app:v1{{ .suffix }}', APP, []],
    ['app:${TAG}', APP, []],
    ['app:${TAG:-v1}-alpine', APP, []],
    ['app:.hidden', APP, []]
  ])('%s', (text, wanted, found) => {
    expect(tags(text, wanted)).toEqual(found)
  })
})

describe('a tag beside the name', () => {
  test.each<[string, string, string[]]>([
    [
      "Helm's values",
      'image:\n  repository: ghcr.io/acme/app\n  pullPolicy: Always\n  tag: v1\n',
      ['v1']
    ],
    ['in the other order', 'image:\n  tag: "v1"\n  repository: "acme/app"\n', ['v1']],
    [
      'with a comment and an empty line',
      'repository: acme/app\n# pinned\n\ntag: v1 # now\n',
      ['v1']
    ],
    [
      'with a registry of its own',
      'image:\n  registry: ghcr.io\n  repository: acme/app\n  tag: v1\n',
      ['v1']
    ],
    ['with Windows line ends', 'image:\r\n  repository: acme/app\r\n  tag: v1\r\n', ['v1']],
    ['JSON', '{\n  "repository": "ghcr.io/acme/app",\n  "tag": "v1"\n}', ['v1']],
    [
      'JSON on one line',
      '[{"repository":"acme/app","tag":"v1"},{"repository":"acme/b","tag":"v2"}]',
      ['v1']
    ],
    ['YAML on one line', 'image: {repository: acme/app, tag: v1}', ['v1']],
    ['HCL', 'image {\n  repository = "acme/app"\n  tag        = "v1"\n}', ['v1']],
    [
      'a kustomization',
      'images:\n- name: acme/app\n  newTag: v1\n- name: acme/other\n  newTag: v2\n',
      ['v1']
    ],
    [
      'its second entry',
      'images:\n- name: acme/other\n  newTag: v2\n- name: acme/app\n  newTag: v1\n',
      ['v1']
    ],
    [
      'indented entries',
      'images:\n  - newTag: v1\n    name: acme/app\n  - newTag: v2\n    name: b\n',
      ['v1']
    ],
    [
      'a chart',
      'dependencies:\n  - name: app\n    version: 1.2.3\n    repository: oci://ghcr.io/acme\n',
      ['1.2.3']
    ],
    [
      'Flux',
      'spec:\n  url: oci://ghcr.io/acme/app\n  ref:\n    tag: v1\n  other:\n    tag: v2\n',
      ['v1']
    ],
    [
      'Argo CD',
      'source:\n  repoURL: ghcr.io/acme\n  chart: app\n  targetRevision: 1.2.3\n',
      ['1.2.3']
    ],
    ['a chart with build metadata', 'chart: app\nversion: 1.2.3+5\n', ['1.2.3_5']],
    ['an anchor', 'image:\n  repository: acme/app\n  tag: &tag v1\n', ['v1']],
    ['a type', 'image:\n  repository: acme/app\n  tag: !!str "1.10"\n', ['1.10']],
    ['an alias', 'x: &release v1\nimage:\n  repository: acme/app\n  tag: *release\n', ['v1']],
    ['an alias of nothing', 'image:\n  repository: acme/app\n  tag: *release\n', []],
    ['a folded value', 'image:\n  repository: acme/app\n  tag: >-\n    v1\n', ['v1']],
    [
      'a value below its key',
      'image:\n  "tag":\n    "v1"\n  repository: acme/app\n  other:\n    tag: v2\n',
      ['v1']
    ],
    [
      "Helm's flags",
      'helm upgrade x ./c --set image.repository=ghcr.io/acme/app --set image.tag=v1 --wait',
      ['v1']
    ],
    [
      "Helm's flags in one",
      "run: helm upgrade x ./c --set-string 'image.repository=acme/app,image.tag=v1'\n",
      ['v1']
    ],
    ['shell', 'APP_IMAGE=acme/app\nAPP_TAG=v1\n', ['v1']],
    [
      'not of the block beside it',
      'a:\n  repository: acme/other\n  tag: v2\nb:\n  repository: acme/app\n',
      []
    ],
    [
      'not of the block above or below',
      'tag: v0\nimage:\n  repository: acme/app\nsidecar:\n  tag: v2\n',
      []
    ],
    ['not of a deeper block', 'repository: acme/app\ntag: v1\nsidecar:\n  tag: v2\n', ['v1']],
    ['not of another name', 'repository: ghcr.io/acme/other\ntag: v1\n', []],
    ['not of a longer name', 'repository: ghcr.io/acme/app-db\ntag: v1\n', []],
    ['not beside a name with a tag of its own', 'image: acme/app:v1\ntag: v2\n', ['v1']],
    ['not what is no tag', 'repository: acme/app\ntag: "{{ .tag }}"\nstage: v2\n', []]
  ])('%s', (_name, text, found) => {
    expect(tags(text, APP)).toEqual(found)
  })
})

describe('versions of types without tags', () => {
  test.each<[string, ListedPackage, string, string[]]>([
    ['npm', UI, '@acme/ui@1.2.3', ['1.2.3']],
    ['npm', UI, 'npm install @acme/ui@1.2.3-rc.1+5', ['1.2.3-rc.1+5']],
    ['package.json', UI, '"@acme/ui": "1.2.3",', ['1.2.3']],
    ['package.json with a range', UI, '"@acme/ui": "^1.2.3",', ['1.2.3']],
    ['an alias', UI, '"ui2": "npm:@acme/ui@1.2.3"', ['1.2.3']],
    [
      'package-lock.json',
      UI,
      '"node_modules/@acme/ui": {\n  "version": "1.2.3",\n  "dev": true\n}',
      ['1.2.3']
    ],
    ['its download', UI, 'https://npm.pkg.github.com/download/@acme/ui/1.2.3/0a1b', ['1.2.3']],
    [
      'yarn.lock',
      UI,
      '"@acme/ui@^1.2.0":\n  version "1.2.3"\n  resolved "https://x"\n',
      ['1.2.0', '1.2.3']
    ],
    ['yarn berry', UI, '"@acme/ui@npm:1.2.3":\n  version: 1.2.3\n', ['1.2.3']],
    ['pnpm-lock.yaml', UI, "  '@acme/ui@1.2.3':\n    resolution: {}\n", ['1.2.3']],
    ['pnpm-lock.yaml of old', UI, '  /@acme/ui/1.2.3:\n', ['1.2.3']],
    ['npm without the scope (ruling 35)', UI, 'ui@1.2.3', ['1.2.3']],
    ['package.json without the scope (ruling 35)', UI, '"ui": "1.2.3"', ['1.2.3']],
    ['another scope', UI, '@other/ui@1.2.3', []],
    ['another name', UI, '@acme/ui-kit@1.2.3', []],
    ['a name without a version', UI, '"@acme/ui": "latest"', []],
    ['Gradle', LIB, 'implementation("com.acme:lib:1.2.3")', ['1.2.3']],
    ['the name as GitHub has it', LIB, 'com.acme.lib:1.2-SNAPSHOT', ['1.2-SNAPSHOT']],
    [
      'a POM',
      LIB,
      '<groupId>com.acme</groupId>\n <artifactId>lib</artifactId>\n <version>1.2.3</version>',
      ['1.2.3']
    ],
    [
      'a POM of another',
      LIB,
      '<groupId>com.acme</groupId><artifactId>x</artifactId><version>1</version>',
      []
    ],
    ['another artifact', LIB, 'com.acme:lib-core:1.2.3', []],
    ['a project file', NET, '<PackageReference Include="Acme.Core" Version="1.2.3" />', ['1.2.3']],
    ['packages.config', NET, '<package id="acme.core" version="1.2.3.4" />', ['1.2.3.4']],
    [
      'packages.lock.json',
      NET,
      '"Acme.Core": {\n  "type": "Direct",\n  "resolved": "1.2.3"\n}',
      ['1.2.3']
    ],
    ['a longer name', NET, '<PackageReference Include="Acme.Core.Web" Version="1.2.3" />', []],
    ['a Gemfile', GEM, "gem 'widgets', '~> 1.2.3'", ['1.2.3']],
    ['Gemfile.lock', GEM, '    widgets (1.2.3-x86_64-linux)\n', ['1.2.3-x86_64-linux']],
    ['a longer name of a gem', GEM, '    widgets-ui (1.2.3)\n', []]
  ])('%s: %s', (_name, wanted, text, found) => {
    expect(tags(text, wanted)).toEqual(found)
  })
})

describe('a digest counts wherever it stands', () => {
  test.each<[string, string[]]>([
    [`ghcr.io/acme/app@sha256:${hex('a')}`, [`sha256:${hex('a')}`]],
    [`digest: "sha256:${hex('b')}"`, [`sha256:${hex('b')}`]],
    [
      `x sha256:${hex('a')} y sha256:${hex('b')} sha256:${hex('a')}`,
      [`sha256:${hex('a')}`, `sha256:${hex('b')}`]
    ],
    [`SHA256:${hex('A')}`, [`sha256:${hex('a')}`]],
    [`sha256:${hex('a')}0`, []],
    [`sha256:${hex('a').slice(1)}`, []],
    [`xsha256:${hex('a')}`, []],
    [hex('a'), []],
    ['', []]
  ])('%s', (text, digests) => {
    expect(scanListed(text, APP).digests).toEqual(digests)
  })
})

test('a name with signs of a regular expression is taken as it is', () => {
  expect(tags('a.c:v1 abc:v2', { ...APP, name: 'a.c' })).toEqual(['v1'])
  expect(tags('a+(b:v1', { ...APP, name: 'a+(b' })).toEqual(['v1'])
})

test('a tag in any text is found, as long as signs that no word has stand around it', () => {
  const around = fc.constantFrom(
    ' ',
    '\n',
    '"',
    "'",
    '`',
    '(',
    ')',
    '[',
    ']',
    ',',
    ';',
    '|',
    '<',
    '>'
  )
  const tag = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,20}[A-Za-z0-9]$/)
  fc.assert(
    fc.property(fc.string(), around, tag, around, fc.string(), (front, left, v, right, rest) => {
      expect(scanListed(`${front}${left}acme/app:${v}${right}${rest}`, APP).tags).toContain(v)
    })
  )
})
