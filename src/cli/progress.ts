import { printable } from './printable.ts'

/** A bar on a terminal; where there is none, nothing. */
export type Progress = { show(done: number, total: number): void; clear(): void }

type Terminal = { isTTY: boolean; write(text: string): boolean }

const cells = 24
const betweenMs = 80

export function openProgress(terminal: Terminal, says: string): Progress {
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} }
  let drawnAt = Number.NEGATIVE_INFINITY
  return {
    show(done, total) {
      const now = performance.now()
      if (now - drawnAt < betweenMs) return
      drawnAt = now
      const part = total === 0 ? 1 : Math.min(1, done / total)
      const full = Math.round(part * cells)
      terminal.write(
        `\r\u001B[K${printable(says)} ${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.floor(part * 100)} %`,
      )
    },
    clear() {
      if (drawnAt > Number.NEGATIVE_INFINITY) terminal.write('\r\u001B[K')
      drawnAt = Number.NEGATIVE_INFINITY
    },
  }
}
