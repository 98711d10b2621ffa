const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** "820 bytes", "14 kB", "3.2 MB" */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${number.format(bytes / 1_000_000)} MB`
}
