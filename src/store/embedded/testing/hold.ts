import { startEmbedded } from '../embedded.ts'

// A server process for tests: it starts the embedded database on the folder given, and stops it when it is told to.
const [folder = ''] = process.argv.slice(2)
const tell = (message: object) => process.send?.(message)
const say = (line: string) => tell({ said: line })
try {
  const embedded = await startEmbedded({ folder, say, gaveUp: fault => say(fault.message) })
  tell({ url: embedded.url })
  process.once('message', async () => {
    await embedded.stop()
    process.disconnect?.()
  })
} catch (error) {
  tell({ fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  process.disconnect?.()
}
