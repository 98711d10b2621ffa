import { fork } from 'node:child_process'
import type { Scene } from './scene.ts'

/** A server process of its own on a scene's database. */
export type Serving = { url: string; memoryBytes(): Promise<number>; stop(): Promise<void> }

export async function startServing(scene: Scene): Promise<Serving> {
  const child = fork(new URL('./server.ts', import.meta.url), [scene.url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const answer = <T>(): Promise<T> => new Promise(resolve => child.once('message', message => resolve(message as T)))
  const { url } = await answer<{ url: string }>()
  return {
    url,
    memoryBytes: async () => {
      child.send('memory')
      return (await answer<{ bytes: number }>()).bytes
    },
    stop: async () => {
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.send('stop')
      await gone
    },
  }
}
