import { randomUUID } from 'node:crypto'
import { instant } from '../src/core/time/instant.ts'
import { sendMessage } from '../src/desk/conversation.ts'
import type { Caller, Desk } from '../src/desk/desk.ts'
import { acceptHandoff, offerHandoff } from '../src/desk/handoffs.ts'
import { openIssue } from '../src/desk/open.ts'
import { recordDiagnosis } from '../src/desk/story.ts'
import { openFiles } from '../src/store/files.ts'
import { type Figure, figure, load, quantile } from './figures.ts'
import { send } from './post.ts'
import { recorded, replayOn, type Statement } from './recording.ts'
import { type Lane, type Scene, setScene } from './scene.ts'
import { startServing } from './serving.ts'

const seconds = 8
const roundsRecorded = 150
/** Of each round: open an issue, reply with a promise, record the diagnosis, offer it, accept it. */
const acts = 5

/** Commands a second at 8 clients over HTTP, beside the same durable statements sent bare. */
export async function benchCommands(server: string): Promise<Figure[]> {
  const scene = await setScene(server)
  try {
    const bare = await measureBare(scene, server)
    const http = await measureHttp(scene)
    const share = (http.perSecond / bare.perSecond) * 100
    return [
      figure('commands over HTTP, 8 clients', http.perSecond, 'a second'),
      figure('the same statements, bare', bare.perSecond, 'commands a second'),
      figure('share of the bare limit', share, '%'),
      ...Object.entries(http.times).map(([name, times]) => figure(`p99 of "${name}"`, quantile(times, 0.99), 'ms')),
      figure('memory of the server after it', http.bytes / 1024 / 1024, 'MiB'),
    ]
  } finally {
    await scene.drop()
  }
}

const due = (): string => new Date(Date.now() + 5 * 86_400_000).toISOString()
const brief = { problem: 'p', diagnosis: 'd', tried: 't', why: 'w', asked: 'a', told: 't', callback: '+34 600 118 204' }
const opening = () => ({
  customer: { name: 'Ana Ruiz', email: `${randomUUID()}@bench.example` },
  subject: 'Charged twice for the second line',
  story: 'It has happened again, as every month since June.',
  channel: 'phone' as const,
})

/** Records what commands send, on a copy of the scene, and replays it with nothing else in between. */
async function measureBare(scene: Scene, server: string): Promise<{ perSecond: number }> {
  await scene.database.query('checkpoint')
  const [recording, replaying] = [await copyOf(scene, server), await copyOf(scene, server)]
  try {
    const lanes = await Promise.all(scene.lanes.map(lane => recordLane(recording, lane)))
    const connections = await Promise.all(lanes.map(() => replaying.database.connect()))
    const begin = performance.now()
    await Promise.all(lanes.map((rounds, index) => replayLane(connections[index], rounds)))
    const took = (performance.now() - begin) / 1000
    for (const connection of connections) connection.release()
    return { perSecond: (lanes.length * roundsRecorded * acts) / took }
  } finally {
    await recording.drop()
    await replaying.drop()
  }
}

async function copyOf(scene: Scene, server: string): Promise<Scene> {
  await scene.database.end().catch(() => {})
  return setScene(server, new URL(scene.url).pathname.slice(1))
}

async function replayLane(
  connection: Parameters<typeof replayOn>[0] | undefined,
  rounds: Statement[][],
): Promise<void> {
  if (connection) for (const statements of rounds) await replayOn(connection, statements)
}

async function recordLane({ database }: Scene, { giver, receiver }: Lane): Promise<Statement[][]> {
  const recording = recorded(database)
  const desk: Desk = {
    database: recording.database,
    workspace: 1,
    files: await openFiles('/tmp/baton-bench-unused'),
    url: 'http://localhost',
    secrets: { links: Buffer.alloc(32, 1), addresses: Buffer.alloc(32, 2) },
    demo: false,
    testClock: false,
    mail: 'local',
  }
  const as = (id: string): Caller => ({
    by: { kind: 'member', id },
    from: 'api',
    once: { key: randomUUID(), request: 'bench' },
  })
  const rounds: Statement[][] = []
  for (let round = 0; round < roundsRecorded; round += 1) {
    const opened = await openIssue(desk, as(giver), { ...opening(), facts: [], promise: null })
    if (!('answer' in opened)) throw new Error(JSON.stringify(opened))
    const { number } = opened.answer
    const promise = { what: null, due: instant(due()) }
    await sendMessage(desk, as(giver), number, { body: 'Hello.', to: 'customer', promise, keeps: 'all', asks: [] })
    await recordDiagnosis(desk, as(giver), number, { text: 'The bundle re-creates the fee.' })
    await offerHandoff(desk, as(giver), number, { to: { member: receiver }, brief })
    const readBack = { readBack: 'r', nextStep: 'n', due: instant(due()), moves: [] }
    const accepted = await acceptHandoff(desk, as(receiver), number, 1, readBack)
    if (!('answer' in accepted)) throw new Error(JSON.stringify(accepted))
    rounds.push(recording.take())
  }
  return rounds
}

async function measureHttp(scene: Scene) {
  const serving = await startServing(scene)
  const times: Record<string, number[]> = { open: [], reply: [], diagnosis: [], offer: [], accept: [] }
  const timed = async (name: string, key: string, path: string, body: object): Promise<{ number: number }> => {
    const begin = performance.now()
    const read = JSON.parse(await send(`${serving.url}/api/v1${path}`, key, body, randomUUID())) as { number: number }
    times[name]?.push(performance.now() - begin)
    return read
  }
  const round = async (lane: number): Promise<number> => {
    const people = scene.lanes[lane]
    if (!people) throw new Error('No such lane.')
    const { giverKey, receiverKey, receiver } = people
    const { number } = await timed('open', giverKey, '/issues', opening())
    const promise = { due: due() }
    await timed('reply', giverKey, `/issues/${number}/messages`, { body: 'Hello.', to: 'customer', promise })
    await timed('diagnosis', giverKey, `/issues/${number}/diagnoses`, { text: 'The bundle re-creates the fee.' })
    await timed('offer', giverKey, `/issues/${number}/handoffs`, { to: { member: receiver }, brief })
    const readBack = { readBack: 'r', nextStep: 'n', due: due() }
    await timed('accept', receiverKey, `/issues/${number}/handoffs/1/accept`, readBack)
    return acts
  }
  await load(8, 2, round)
  for (const list of Object.values(times)) list.length = 0
  const { perSecond } = await load(8, seconds, round)
  const bytes = await serving.memoryBytes()
  await serving.stop()
  return { perSecond, times, bytes }
}
