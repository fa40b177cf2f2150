import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

import { DAY_MS } from '../../src/model/time.js'
import { OUTCOMES } from '../../src/plan/outcome.js'
import { buildReport } from '../../src/report/build-report.js'
import { htmlReport } from '../../src/report/html/html-report.js'
import type { Report } from '../../src/report/report.js'
import { goes, NOW, outcome, packageRecord, planned, ref, run } from '../report/record.js'
import { DRY_RUN, LIVE_RUN } from '../report/runs.js'
import { largeReport } from './large-report.js'
import { accessFaults, hasBrowser, launch, MISSING_BROWSER, open, type OpenPage } from './site.js'

const undo = {
  command: 'package-retention restore --report report.json',
  needs: 'The workflow uploads the report.',
  workflowStep: [
    '- uses: package-retention/package-retention@v1',
    '  with:',
    `    report: \${{ runner.temp }}/${'package-retention/'.repeat(6)}report.json`
  ].join('\n'),
  until: NOW + 30 * DAY_MS
}
const htmlOf = (report: Report) => htmlReport(report, { now: NOW, undo })
const dry = () => htmlOf(buildReport(DRY_RUN))
const live = () => htmlOf(buildReport(LIVE_RUN))
/** Of every outcome, and with a long name. */
const wideReport = () => {
  const versions = OUTCOMES.map((_, at) => goes(at + 1, 'old', `pr-${at}`))
  const name = `services/${'a-very-long-name-'.repeat(5)}`
  return buildReport(
    run(
      [
        packageRecord(ref(name), versions, {
          outcomes: OUTCOMES.map((what, at) => outcome(at + 1, what)),
          error: 'x'.repeat(300)
        }),
        packageRecord(ref('app'), [])
      ],
      { dryRun: false }
    )
  )
}
const LARGE = 100_000
// Chromium and axe are slow where many tests run at once.
const PATIENCE_MS = 180_000

const inBrowser = hasBrowser ? describe : describe.skip

inBrowser(hasBrowser ? 'report.html in a browser' : MISSING_BROWSER, () => {
  let browser: Browser
  let site: OpenPage
  beforeAll(async () => {
    browser = await launch()
  }, PATIENCE_MS)
  afterAll(async () => await browser.close())
  afterEach(async () => await site.close())

  const visit = async (html: string, options?: BrowserContextOptions) => {
    site = await open(browser, html, options)
    return site.page
  }
  const expectQuiet = () =>
    expect({ complaints: site.complaints, requests: site.requests }).toEqual({
      complaints: [],
      requests: []
    })

  test.each<[string, () => string, BrowserContextOptions]>([
    ['7 versions in the light', () => htmlOf(largeReport(7)), { colorScheme: 'light' }],
    ['a live run in the dark', live, { colorScheme: 'dark' }],
    ['a live run on a phone', live, { viewport: { width: 390, height: 800 } }],
    ['a run without packages', () => htmlOf(buildReport(run([]))), {}]
  ])(
    '%s: no fault of access, no error, no request, nothing cut off sideways',
    async (_name, html, options) => {
      const page = await visit(html(), options)
      const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth')

      expect(sideways).toBe(false)
      expect(await accessFaults(page)).toEqual([])
      expectQuiet()
    },
    PATIENCE_MS
  )

  test(
    'the details panel has no fault of access either',
    async () => {
      const page = await visit(live(), { colorScheme: 'dark' })
      await page.click('#bytes button')

      expect(await page.locator('#details').isVisible()).toBe(true)
      expect(await accessFaults(page)).toEqual([])
    },
    PATIENCE_MS
  )

  test(
    'without scripts the verdict and the packages can be read, and nothing empty is shown',
    async () => {
      const page = await visit(dry(), { javaScriptEnabled: false })

      expect(await page.locator('h1').innerText()).toContain('4 of 12 versions would be deleted')
      expect(await page.locator('noscript').innerText()).toContain('report.csv')
      expect(await page.locator('#interactive').isVisible()).toBe(false)
    },
    PATIENCE_MS
  )

  describe('the table', () => {
    test(
      'has all decisions, and finds by tag, name and reason',
      async () => {
        const page = await visit(dry())
        expect(await page.locator('#result-count').innerText()).toBe('All 12 versions')

        await page.fill('#filter-text', 'closed 12 days')
        await shownRows(page, 1)

        expect(await page.locator('#result-count').innerText()).toBe('1 of 12 versions')
        expect(await labelsOf(page)).toEqual(['pr-7'])
        await page.click('#filters button[type=reset]')
        await shownRows(page, 12)
      },
      PATIENCE_MS
    )

    test(
      'filters by decision, and says so to those who do not see it',
      async () => {
        const page = await visit(dry())
        await page.selectOption('#filter-decision', { label: 'untag (1)' })
        await shownRows(page, 1)

        expect(await labelsOf(page)).toEqual(['v1.3.0, pr-9'])
        expect(await page.locator('#result-count').getAttribute('role')).toBe('status')
        expect(await page.locator('#grid').getAttribute('aria-rowcount')).toBe('2')
      },
      PATIENCE_MS
    )

    test(
      'begins with what goes, and shows all columns at 1280 pixels',
      async () => {
        const page = await visit(live())
        const widths = 'grid.scrollWidth - grid.clientWidth'

        expect(await page.locator('#row-0 .decision').innerText()).toBe('delete')
        expect(await page.evaluate(widths)).toBe(0)
        expect(await page.locator('#timeline-step').innerText()).toMatch(
          /^, \d+ (?:day|hour)s? a bar$/
        )
      },
      PATIENCE_MS
    )

    test(
      'sorts by a column, then the other way, and keeps the keyboard on the heading',
      async () => {
        const page = await visit(dry())
        await page.focus('[data-sort=version]')
        await page.keyboard.press('Enter')
        await page.waitForSelector('.version[aria-sort=ascending]')
        const up = await labelsOf(page)
        expect(await page.evaluate('document.activeElement.dataset.sort')).toBe('version')
        await page.keyboard.press('Enter')
        await page.waitForSelector('.version[aria-sort=descending]')

        expect(up.slice(0, 3)).toEqual(['1.0.0-rc.1', 'a', 'b'])
        expect((await labelsOf(page))[0]).toBe('v1.4.0, latest')
      },
      PATIENCE_MS
    )

    test(
      'is used by keyboard alone: move, open, read, close, and be where one was',
      async () => {
        const page = await visit(dry())
        await page.focus('#grid')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        const active = await page.locator('#grid').getAttribute('aria-activedescendant')
        await page.keyboard.press('Enter')

        expect(active).toBe('row-2')
        expect(await page.locator('#details-title').innerText()).toBe('pr-7')
        expect(await page.evaluate('document.activeElement.id')).toBe('details-title')
        await page.keyboard.press('Escape')
        expect(await page.locator('#details').isVisible()).toBe(false)
        expect(await page.evaluate('document.activeElement.id')).toBe('grid')
      },
      PATIENCE_MS
    )

    test(
      'the details say what is known of a version, with the tree of its image',
      async () => {
        const page = await visit(live())
        await page.click('#grid .version:has-text("pr-7")')
        const text = await page.locator('#details').innerText()

        for (const part of [
          'pull request 7 was closed 12 days ago',
          'closed pull requests',
          'You cannot delete the last tagged version',
          'acme/app (container)',
          '2025-12-22 02:00:00 UTC (40 days old)',
          'Its image, 2 versions'
        ]) {
          expect(text).toContain(part)
        }
        await page.click('#details .tree ul button')
        expect(await page.locator('#details .reason').innerText()).toBe('part of pr-7, which goes')
      },
      PATIENCE_MS
    )
  })

  test.each<[string, BrowserContextOptions]>([
    ['a narrow window', {}],
    ['a phone', { isMobile: true, hasTouch: true, deviceScaleFactor: 2 }]
  ])(
    'on %s wide tables scroll in their own box and snippets are wrapped',
    async (_what, options) => {
      const page = await visit(htmlOf(wideReport()), {
        viewport: { width: 390, height: 800 },
        ...options
      })
      const widths = await page.evaluate(
        '[document.documentElement.scrollWidth, visualViewport.width, innerWidth]'
      )
      const isCut = async (selector: string) =>
        await page.evaluate(
          `[...document.querySelectorAll('${selector}')].map((box) => box.scrollWidth > box.clientWidth)`
        )

      expect(widths).toEqual([390, 390, 390])
      expect(await isCut('.scroll')).toEqual([true])
      expect(await isCut('pre')).toEqual([false, false])
    },
    PATIENCE_MS
  )

  test(
    'no count of the timeline is broken in two',
    async () => {
      const page = await visit(htmlOf(largeReport(3000)), { viewport: { width: 390, height: 800 } })
      const heights = await page.evaluate(
        "[...document.querySelectorAll('.lane > :is(:first-child, :last-child)')].map((one) => one.offsetHeight)"
      )

      expect(heights).not.toEqual([])
      expect(Math.max(...(heights as number[]))).toBeLessThan(30)
    },
    PATIENCE_MS
  )

  test(
    'what was not done is called by its outcome',
    async () => {
      const page = await visit(live())

      expect(await page.locator('#legend').innerText()).toMatch(
        /planned, not done \d+ \(.*\d+ (failed|retained|skipped).*\)/
      )
      expect(await page.locator('.lane .badge.fate-left').allInnerTexts()).not.toContain(
        'planned, not done'
      )
    },
    PATIENCE_MS
  )

  test(
    'a reason of the timeline, or a stretch of it, narrows the table',
    async () => {
      const page = await visit(dry())
      await page.click('.lane:has-text("no rule selects it")')
      await shownRows(page, 3)
      await page.click('#filters button[type=reset]')
      await shownRows(page, 12)
      await page.locator('#timeline').scrollIntoViewIfNeeded()
      const box = await page.locator('#timeline .u-over').boundingBox()
      if (box === null) throw new Error('the chart has no place')
      await page.mouse.move(box.x + box.width * 0.9, box.y + 20)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width - 2, box.y + 20, { steps: 4 })
      await page.mouse.up()
      await shownRows(page, 7)

      expect(await page.locator('#filter-from').inputValue()).toMatch(/^2025-1[01]-\d\d$/)
      expect(await page.locator('#result-count').innerText()).toBe('7 of 12 versions')
    },
    PATIENCE_MS
  )

  describe('100,000 versions', () => {
    test(
      'few rows are in the document, wherever one scrolls',
      async () => {
        const page = await visit(htmlOf(largeReport(LARGE)))
        const nodes = () => page.evaluate("document.querySelectorAll('*').length")
        const first = await nodes()
        await page.focus('#grid')
        await page.keyboard.press('End')
        await page.waitForSelector(`#row-${LARGE - 1}.active`)
        const last = await nodes()

        expect(await page.locator('#result-count').innerText()).toBe('All 100,000 versions')
        expect(first).toBeLessThan(3000)
        expect(last).toBeLessThan(3000)
        expect(await page.locator('#grid .list .row').count()).toBeLessThan(40)

        await page.fill('#filter-text', 'pr-19999')
        await shownRows(page, 5)
        await page.fill('#filter-text', '')
        await page.click('[data-sort=size]')
        await page.waitForSelector('.size[aria-sort=descending]')
        expect(await page.locator('#row-0 .size').innerText()).toBe('130 MB')
        expectQuiet()
      },
      PATIENCE_MS
    )

    test(
      'the printed page has the first rows and says how many there are',
      async () => {
        const page = await visit(htmlOf(largeReport(LARGE)), { colorScheme: 'dark' })
        const pdf = await page.pdf({ format: 'A4' })
        await page.emulateMedia({ media: 'print' })

        expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
        expect(pagesOf(pdf)).toBeLessThan(8)
        expect(await page.locator('#print-rows tbody tr').count()).toBe(100)
        expect(await page.locator('#print-note').innerText()).toBe(
          'The first 100 of 100,000 rows; report.csv has all.'
        )
        expect(await page.locator('#table').isVisible()).toBe(false)
        expect(await page.locator('#timeline canvas').isVisible()).toBe(true)
        expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
          'rgb(255, 255, 255)'
        )
      },
      PATIENCE_MS
    )
  })

  test(
    'hostile names, tags, rules and errors stay text',
    async () => {
      const texts = [
        '<script>window.hacked = 1</script>',
        '"><img src=x onerror="window.hacked = 2">',
        'javascript:window.hacked=3',
        '</script><script>window.hacked = 4</script>',
        '<!--<script>',
        '\u202egnp.exe\u2066',
        '\u2028window.hacked = 5'
      ]
      const versions = texts.map((text, index) => goes(index + 1, text, text))
      const parts = texts.map((text, index) => planned(100 + index, [text], { root: 1 }))
      const record = packageRecord(
        ref(texts[1] ?? ''),
        [...parts.toReversed(), ...versions.toReversed()],
        {
          outcomes: versions.map((_, index) =>
            outcome(index + 1, 'failed', { error: texts[index] ?? '' })
          ),
          warnings: texts
        }
      )
      const report = buildReport(run([record], { dryRun: false }))
      const page = await visit(
        htmlReport(report, { now: NOW, undo: { ...undo, command: texts[3] ?? '' } })
      )
      await page.click('#grid .row:has-text("window.hacked = 1")')
      await page.fill('#filter-text', '<script>')

      expect(await page.evaluate('window.hacked')).toBeUndefined()
      expect(await page.locator('main img, aside img, main script').count()).toBe(0)
      expect(await page.content()).not.toMatch(/[\u202e\u2066]/)
      expect(await page.locator('#details-title').innerText()).toContain('<script>')
      expectQuiet()
    },
    PATIENCE_MS
  )
})

// Waits in the test, not in the page: its policy refuses to evaluate text.
async function shownRows(page: Page, count: number): Promise<void> {
  await page.locator(`#grid[aria-rowcount="${count + 1}"]`).waitFor()
}

async function labelsOf(page: Page): Promise<readonly string[]> {
  return await page.locator('#grid .list .version').allInnerTexts()
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
