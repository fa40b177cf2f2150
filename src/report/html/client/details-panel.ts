import { ageText } from '../../age-text.js'
import { formatCount } from '../../bytes.js'
import { visibleText } from '../../visible-text.js'
import { followersByRoot, imageTree, type TreeNode } from '../view/image-tree.js'
import { isRoot, type Rows } from '../view/rows.js'
import { button, byId, element } from './element.js'
import {
  decisionBadge,
  labelText,
  outcomeBadge,
  packageText,
  sizeText,
  timeText,
  wordText
} from './row-text.js'

const SHOWN_PARTS = 200

/** The panel that says all that is known of one version, with its image. */
export class DetailsPanel {
  readonly #rows: Rows
  readonly #panel: HTMLElement
  #followers: ReadonlyMap<number, readonly number[]> | null = null
  #opener: Element | null = null

  constructor(rows: Rows) {
    this.#rows = rows
    this.#panel = byId('details', HTMLElement)
    this.#panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close()
    })
  }

  get isOpen(): boolean {
    return !this.#panel.hidden
  }

  /** Shows a version; `moveFocus` puts the keyboard on the panel, and back where it came from. */
  open(row: number, moveFocus: boolean): void {
    const title = this.#draw(row)
    if (this.#panel.hidden) this.#opener = document.activeElement
    this.#panel.hidden = false
    this.#panel.scrollTop = 0
    if (moveFocus) title.focus()
  }

  close(): void {
    const hadFocus = this.#panel.contains(document.activeElement)
    this.#panel.hidden = true
    if (hadFocus && this.#opener instanceof HTMLElement) this.#opener.focus()
  }

  #draw(row: number): HTMLElement {
    const rows = this.#rows
    const title = element('h2', { id: 'details-title', tabindex: -1 }, labelText(rows, row))
    this.#panel.replaceChildren(
      button({ class: 'close', 'aria-label': 'Close details' }, () => this.close(), '×'),
      title,
      element('p', { class: 'badges' }, decisionBadge(rows, row), ' ', outcomeBadge(rows, row)),
      element('p', { class: 'reason' }, wordText(rows, 'reasons', row)),
      this.#facts(row),
      ...this.#image(row)
    )
    return title
  }

  #facts(row: number): HTMLElement {
    const rows = this.#rows
    const changes = rows.changes.get(row)
    const facts: readonly (readonly [string, string, ...string[]])[] = [
      ['Rule', wordText(rows, 'rules', row)],
      ['About the outcome', wordText(rows, 'errors', row)],
      ['Package', packageText(rows, row)],
      ['Name', visibleText(rows.names[row] ?? '')],
      ['Id', String(rows.ids[row] ?? '')],
      ['Kind', wordText(rows, 'kinds', row)],
      ['Tags', ...this.#tags(row)],
      ['Tags to take off', ...listed(changes?.untag)],
      ['Tags taken off', ...listed(changes?.untagged)],
      ['Tags attached again', ...listed(changes?.retagged)],
      ['Created', this.#date(rows.created[row])],
      ['Updated', this.#date(rows.updated[row])],
      [isRoot(rows, row) ? 'Size of the image' : 'Size', sizeText(rows.sizes[row])]
    ]
    return element('dl', {}, ...facts.flatMap(([name, ...values]) => factElements(name, values)))
  }

  #tags(row: number): readonly [string, ...string[]] {
    const tags = this.#rows.tags[row] ?? null
    return tags === null ? ['unknown'] : listed(tags)
  }

  #date(ms: number | undefined): string {
    const text = timeText(ms)
    if (ms === undefined || text === '') return 'unknown'
    const age = this.#rows.head.now - ms
    return `${text} (${ageText(age)} ${age < 0 ? 'ahead' : 'old'})`
  }

  #image(row: number): readonly HTMLElement[] {
    const root = this.#rows.roots[row] ?? row
    this.#followers ??= followersByRoot(this.#rows)
    const followers = this.#followers.get(root) ?? []
    if (followers.length === 0) return []
    const shown = followers.slice(0, SHOWN_PARTS)
    const tree = imageTree(this.#rows, root, row === root ? shown : withRow(shown, row))
    const left = followers.length - shown.length
    return [
      element(
        'h3',
        { id: 'image-title' },
        `Its image, ${formatCount(followers.length + 1)} versions`
      ),
      element('ul', { class: 'tree', 'aria-labelledby': 'image-title' }, this.#node(tree, row)),
      ...(left > 0 ? [element('p', { class: 'quiet' }, `… and ${formatCount(left)} more`)] : [])
    ]
  }

  #node({ row, children }: TreeNode, current: number): HTMLElement {
    const rows = this.#rows
    const label = button(
      { class: 'link mono', 'aria-current': row === current ? 'true' : null },
      () => this.open(row, true),
      labelText(rows, row)
    )
    const kind = element('span', { class: 'kind' }, wordText(rows, 'kinds', row))
    const size = element('span', { class: 'quiet' }, sizeText(rows.sizes[row]))
    const line = element('div', { class: 'node' }, kind, label, decisionBadge(rows, row), size)
    if (children.length === 0) return element('li', {}, line)
    const list = element('ul', {}, ...children.map((child) => this.#node(child, current)))
    return element('li', {}, line, list)
  }
}

function withRow(list: readonly number[], row: number): readonly number[] {
  return list.includes(row) ? list : [...list, row]
}

function listed(tags: readonly string[] | undefined): readonly [string, ...string[]] {
  const [first = '', ...rest] = (tags ?? []).map((tag) => visibleText(tag))
  return [first, ...rest]
}

function factElements(name: string, values: readonly string[]): readonly HTMLElement[] {
  if (values.join('') === '') return []
  return [element('dt', {}, name), ...values.map((value) => element('dd', {}, value))]
}
