// Browsers cap the height of an element, Firefox at some 17 million pixels.
const MAX_HEIGHT = 8_000_000

/** A scrolled list of rows of one height. Lengths in pixels. */
export interface Scrolled {
  readonly scrollTop: number
  /** Of the part that is seen. */
  readonly height: number
  readonly rowHeight: number
  readonly count: number
}

/** The rows to draw: from `first` to before `last`, moved down by `offset`. */
export interface RowWindow {
  readonly first: number
  readonly last: number
  readonly offset: number
}

/** How high the whole list is, capped for very long ones. */
export function listHeight({ rowHeight, count }: Pick<Scrolled, 'rowHeight' | 'count'>): number {
  return Math.min(MAX_HEIGHT, rowHeight * count)
}

/** The rows that are seen. In a capped list a pixel of scrolling stands for more than one. */
export function rowWindow(list: Scrolled): RowWindow {
  const { scrollTop, height, rowHeight, count } = list
  const top = scrollTop * stretch(list)
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)))
  const last = Math.min(count, first + Math.ceil(height / rowHeight) + 1)
  return { first, last, offset: scrollTop - (top - first * rowHeight) }
}

/** Where to scroll so that a row is seen whole; the same place where it is already. */
export function scrollTopFor(row: number, list: Scrolled): number {
  const ratio = stretch(list)
  const top = list.scrollTop * ratio
  const rowTop = row * list.rowHeight
  if (rowTop < top) return rowTop / ratio
  const rowEnd = rowTop + list.rowHeight
  return rowEnd > top + list.height ? (rowEnd - list.height) / ratio : list.scrollTop
}

function stretch(list: Scrolled): number {
  const room = listHeight(list) - list.height
  const whole = list.rowHeight * list.count - list.height
  return room <= 0 || whole <= 0 ? 1 : whole / room
}
