import type { Desk } from '../src/desk/desk.ts'
import { listIssues } from '../src/desk/issues.ts'
import { openIssue } from '../src/desk/open.ts'
import type { Database } from '../src/store/database.ts'
import { type Figure, figure, load, quantile } from './figures.ts'
import { send } from './post.ts'
import { recorded } from './recording.ts'
import { type Scene, setScene } from './scene.ts'
import { startServing } from './serving.ts'

const seconds = 6
const issues = 100_000
const asked = { limit: 50, owner: 'me', phase: 'open' } as const

/** Lists of *My issues* a second with 100,000 issues, over HTTP beside the bare query; and a search. */
export async function benchLists(server: string): Promise<Figure[]> {
  const scene = await setScene(server)
  try {
    await fill(scene)
    const bare = await measureBare(scene)
    const serving = await startServing(scene)
    const ask = (path: string) => (lane: number) =>
      send(`${serving.url}/api/v1${path}`, scene.lanes[lane % 8]?.giverKey ?? '', null).then(() => 1)
    await load(8, 1, ask('/issues?owner=me&phase=open&limit=50'))
    const http = await load(8, seconds, ask('/issues?owner=me&phase=open&limit=50'))
    const search = await load(8, 3, (lane, round) => ask(`/issues?q=word${(round * 7 + lane) % 5000}&limit=50`)(lane))
    const memory = await serving.memoryBytes()
    await serving.stop()
    return [
      figure(`lists of 50 of ${issues} over HTTP, 8 clients`, http.perSecond, 'a second'),
      figure('the same query, bare', bare.perSecond, 'a second'),
      figure('share of the bare query', (http.perSecond / bare.perSecond) * 100, '%'),
      figure('p99 of a list', quantile(http.times, 0.99), 'ms'),
      figure('searches of all issues', search.perSecond, 'a second'),
      figure('p99 of a search', quantile(search.times, 0.99), 'ms'),
      figure('memory of the server after lists', memory / 1024 / 1024, 'MiB'),
    ]
  } finally {
    await scene.drop()
  }
}

const deskOf = (database: Database): Pick<Desk, 'database' | 'workspace'> => ({ database, workspace: 1 })

/** One issue opened in earnest, then copied: each giver owns as many. */
async function fill({ database, lanes }: Scene): Promise<void> {
  const owner = lanes[0]?.giver ?? ''
  const opened = await openIssue(
    { ...deskOf(database), secrets: { links: Buffer.alloc(32), addresses: Buffer.alloc(32) }, mail: 'local' } as Desk,
    { by: { kind: 'member', id: owner }, from: 'api', once: null },
    {
      customer: { name: 'Ana Ruiz', email: 'ana@bench.example' },
      subject: 'Charged twice',
      story: 'It has happened again, as every month since June.',
      channel: 'phone',
      facts: [],
      promise: null,
    },
  )
  if (!('answer' in opened)) throw new Error(JSON.stringify(opened))
  const copies = [opened.answer.number, lanes.map(({ giver }) => giver), issues]
  await database.query(
    `insert into issue (workspace_id, number, version, phase, outcome, owner_id, customer_id, channel, opened_at, rank,
      rank_at, next_deadline_at, claimable, state)
    select 1, 1000000 + n, version, phase, outcome, ($2::uuid[])[1 + n % 8], customer_id, channel, opened_at, rank,
      rank_at + n * interval '1 second', next_deadline_at + n * interval '1 second', claimable, state
    from issue, generate_series(1, $3::integer) as n where number = $1`,
    copies,
  )
  await database.query(
    `insert into story (workspace_id, number, subject, story)
    select 1, 1000000 + n, 'Charged twice, word' || n % 5000, 'It has happened again, as every month since June ' || n
    from generate_series(1, $1::integer) as n`,
    [issues],
  )
  await database.query(
    `insert into promise (workspace_id, number, promise_id, kind, due_at, made_at, state)
    select 1, 1000000 + n, p, 'answer', now() + n * interval '1 second', now(), case p when 1 then 'kept' else 'open' end
    from generate_series(1, $1::integer) as n, generate_series(1, 2) as p`,
    [issues],
  )
  await database.query('vacuum analyze')
}

/** The query as the desk sends it, and nothing done with what comes back. */
async function measureBare({ database, lanes }: Scene): Promise<{ perSecond: number }> {
  const statements = await Promise.all(
    lanes.map(async ({ giver }) => {
      const recording = recorded(database)
      await listIssues({ ...deskOf(recording.database) } as Desk, giver, asked)
      return recording.take()[0]
    }),
  )
  const ask = async (lane: number): Promise<number> => {
    const statement = statements[lane]
    if (statement) await database.query(statement)
    return 1
  }
  await load(8, 1, ask)
  return load(8, seconds, ask)
}
