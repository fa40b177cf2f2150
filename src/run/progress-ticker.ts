import { MINUTE_MS, type DurationMs, type EpochMs } from '../model/time.js'
import { progressLine } from '../report/progress-line.js'
import { plural } from '../report/wording.js'
import type { RunProgress } from './world.js'

export interface TickerOptions {
  /** Never more often, and while the run goes on never less. */
  readonly everyMs: DurationMs
  readonly say: (line: string) => void
  readonly now: () => EpochMs
}

/** Turns what a run tells of its progress into a line every few seconds. */
export class ProgressTicker {
  readonly #options: TickerOptions
  readonly #timer: NodeJS.Timeout
  #saidAt: EpochMs
  #latest: RunProgress | null = null
  #phaseStart: EpochMs

  /** Starts ticking. */
  constructor(options: TickerOptions) {
    this.#options = options
    this.#saidAt = options.now()
    this.#phaseStart = this.#saidAt
    this.#timer = setInterval(() => this.#tick(), options.everyMs)
    this.#timer.unref()
  }

  progress(progress: RunProgress): void {
    if (progress.phase !== this.#latest?.phase) this.#phaseStart = this.#options.now()
    this.#latest = progress
    if (this.#options.now() - this.#saidAt >= this.#options.everyMs) this.#say()
  }

  close(): void {
    clearInterval(this.#timer)
  }

  // Half a beat of tolerance: else a timer that fires a little early would skip a turn.
  #tick(): void {
    if (this.#options.now() - this.#saidAt >= this.#options.everyMs / 2) this.#say()
  }

  #say(): void {
    const now = this.#options.now()
    this.#saidAt = now
    const latest = this.#latest
    this.#options.say(
      latest === null ? 'still at work' : progressText(latest, now - this.#phaseStart)
    )
  }
}

/** One line: how far a phase has come that began so long ago. */
export function progressText({ phase, done, total }: RunProgress, sinceMs: DurationMs): string {
  if (phase === 'reading') return `read ${done} of ${plural(total, 'package')}`
  const perMs = sinceMs > 0 ? done / sinceMs : 0
  return progressLine({
    done,
    total,
    failed: 0,
    perMinute: perMs > 0 ? perMs * MINUTE_MS : null,
    etaMs: perMs > 0 ? (total - done) / perMs : null,
    waiting: null
  })
}
