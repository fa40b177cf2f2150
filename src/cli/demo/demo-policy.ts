/** The policy of the demo, as a team would write it: what to keep, and what may go. */
export const DEMO_POLICY = `version: 1
defaults:
  untag: true
packages:
  - names: shop
    type: container
    keep:
      - name: releases of a year
        prerelease: false
        newer-than: 1y
      - name: last release of each minor
        prerelease: false
        per: minor
        newest: 1
        by: semver
      - name: newest builds of main
        tags: main-*
        newest: 10
      - name: nightlies of a week, one a week before
        tags: nightly-*
        daily: 7
        weekly: 4
      - name: open pull requests
        open-pull-request: pr-{number}
    delete:
      - name: closed pull requests
        closed-pull-request: pr-{number}
        older-than: 1d
      - name: old builds of main
        tags: main-*
        older-than: 30d
      - name: old nightlies
        tags: nightly-*
        older-than: 7d
      - name: superseded candidates
        superseded: true
      - name: old patch releases
        prerelease: false
        older-than: 1y
      - name: untagged images
        untagged: true
        older-than: 7d

  - names: charts/shop
    type: container
    keep:
      - name: newest charts
        prerelease: false
        newest: 15
        by: semver
    delete:
      - name: charts of last year
        older-than: 1y

  - names: shop-ui
    type: npm
    keep:
      - name: releases
        prerelease: false
      - name: what a dist-tag points to
        tags: [latest, next, rc]
    delete:
      - name: superseded candidates
        superseded: true
      - name: old builds of what comes next
        prerelease: true
        older-than: 60d
`
