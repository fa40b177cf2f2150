import { describe, expect, test } from '@jest/globals'
import type { ListedPackage } from '../../src/policy/listed-names.js'
import { scanListed } from './scan-listed.js'

describe('versions of types without tags that stand near the name', () => {
  const UI: ListedPackage = { type: 'npm', owner: 'acme', name: 'ui' }
  const MAVEN: ListedPackage = { type: 'maven', owner: 'acme', name: 'com.acme.app' }
  const NET: ListedPackage = { type: 'nuget', owner: 'acme', name: 'Acme.App' }
  const GEM: ListedPackage = { type: 'rubygems', owner: 'acme', name: 'app' }
  const GROUP = '<groupId>com.acme</groupId>'
  const ARTIFACT = '<artifactId>app</artifactId>'
  const VERSION = '<version>1.2.3</version>'

  test.each<[string, ListedPackage, string]>([
    ['npm with a choice', UI, '"@acme/ui": "1.0.0 || 1.2.3"'],
    ["pnpm's importers", UI, "'@acme/ui':\n  specifier: latest\n  version: 1.2.3(react@18.0.0)\n"],
    ['a POM with a type', MAVEN, `${GROUP}${ARTIFACT}<type>jar</type>${VERSION}`],
    ['a POM with a comment', MAVEN, `${GROUP}\n${ARTIFACT}<!-- why -->\n${VERSION}`],
    ['a POM in the other order', MAVEN, `${ARTIFACT}\n${GROUP}\n${VERSION}`],
    [
      'a POM with a property',
      MAVEN,
      `<app.level>1.2.3</app.level>${GROUP}${ARTIFACT}<version>\${app.level}</version>`
    ],
    ["Gradle's map", MAVEN, "implementation group: 'com.acme', name: 'app', version: '1.2.3'"],
    ['Gradle with a variable', MAVEN, 'val level = "1.2.3"\napi("com.acme:app:$level")'],
    [
      'a catalog of versions',
      MAVEN,
      '[versions]\nacme = "1.2.3"\n[libraries]\napp = { module = "com.acme:app", version.ref = "acme" }'
    ],
    ['sbt', MAVEN, '"com.acme" %% "app" % "1.2.3"'],
    ['NuGet nested', NET, '<PackageReference Include="Acme.App">\n  <Version>1.2.3</Version>'],
    ['NuGet in the other order', NET, '<PackageReference Version="1.2.3" Include="Acme.App" />'],
    ['a range of NuGet', NET, '<PackageReference Include="Acme.App" Version="[1.2.3, )" />'],
    [
      'a property of NuGet',
      NET,
      '<AppLevel>1.2.3</AppLevel><PackageReference Include="Acme.App" Version="$(AppLevel)" />'
    ],
    ['a Gemfile with two ends', GEM, "gem 'app', '>= 1.0', '<= 1.2.3'"]
  ])('%s', (_name, wanted, text) => {
    const { tags, near } = scanListed(text, wanted)
    expect(near).toContain('1.2.3')
    expect(tags).not.toContain('1.2.3')
  })

  test.each<[string, ListedPackage, string]>([
    ['another artifact', MAVEN, `${GROUP}<artifactId>app-core</artifactId>${VERSION}`],
    ['another group', MAVEN, `<groupId>org.acme</groupId>${ARTIFACT}${VERSION}`],
    ['a longer name', NET, '<PackageReference Version="1.2.3" Include="Acme.App.Web" />'],
    ['another scope', UI, '"@other/ui": "1.2.3"'],
    ['a word', GEM, 'the app has a version: 1.2.3']
  ])('not %s', (_name, wanted, text) => {
    const { tags, near } = scanListed(text, wanted)
    expect([...tags, ...near]).toEqual([])
  })
})
