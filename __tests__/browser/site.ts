import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

/** Whether there is a browser to test with. */
export const hasBrowser = existsSync(CHROMIUM)

/** Said in place of the tests where there is none. */
export const MISSING_BROWSER = `no Chromium at ${CHROMIUM}: set CHROMIUM_PATH to test report.html in a browser`

export async function launch(): Promise<Browser> {
  return await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/** A page with what it said and asked for. */
export interface OpenPage {
  readonly page: Page
  /** Messages of the console that are warnings or errors, and uncaught errors. */
  readonly complaints: readonly string[]
  /** What it requested beyond the file itself. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/** Opens the HTML from a file, as a person does, and waits until its script is done. */
export async function open(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {}
): Promise<OpenPage> {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  const file = join(folder, 'report.html')
  writeFileSync(file, html)
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) requests.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready]')
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true })
  }
  return { page, complaints, requests, close }
}

/** What axe finds wrong of some weight, one line each. */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
