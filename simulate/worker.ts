import { parentPort } from 'node:worker_threads'
import { live, type Year } from './year.ts'

/** Lives through the years that it is given, one after the other. */
parentPort?.on('message', (year: Year) => parentPort?.postMessage(live(year)))
