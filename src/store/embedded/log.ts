import { copyFile, open, stat, truncate } from 'node:fs/promises'

const limitBytes = 10_000_000

/** Once PostgreSQL's log has grown long, sets it aside as `….1`, of which there is one, and begins anew. */
export async function keepLogShort(log: string): Promise<void> {
  const size = await stat(log).then(
    found => found.size,
    () => 0,
  )
  if (size <= limitBytes) return
  // Emptied in place: the running server goes on writing to the end of the same file.
  await copyFile(log, `${log}.1`)
  await truncate(log)
}

export async function lastLines(log: string, count: number): Promise<string> {
  const file = await open(log)
  try {
    const { size } = await file.stat()
    const length = Math.min(size, 8_000)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    return buffer.toString('utf8').trimEnd().split('\n').slice(-count).join('\n')
  } finally {
    await file.close()
  }
}
