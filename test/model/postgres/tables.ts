import type { Actor } from '../../../src/core/context.ts'
import type { Absence } from '../../../src/core/cover/absence.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { kinds, teams } from '../../../src/core/testing/people.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { act } from '../../../src/desk/act.ts'
import type { Caller, Desk, Outcome } from '../../../src/desk/desk.ts'
import { say, write } from '../../../src/desk/draft.ts'
import { adoptLesson, proposeLesson } from '../../../src/desk/lessons.ts'
import { open } from '../../../src/desk/opening.ts'
import { changeWorkspace } from '../../../src/desk/workspace.ts'
import { putAbsence } from '../../../src/store/absences.ts'
import { configurationOf } from '../../../src/store/configuration.ts'
import type { Connection } from '../../../src/store/database.ts'
import { readNow } from '../../../src/store/now.ts'
import { activate, deactivate } from '../../../src/store/offboarding.ts'
import { putWorkspace } from '../../../src/store/workspace.ts'
import { freshDatabase } from '../../database.ts'
import { bareDesk } from '../../desk.ts'
import { outside } from '../acts/contact.ts'
import { calendar, company, later, learned, type Start, type World } from '../world.ts'
import { Names } from './names.ts'

/** The one cause of the model, and who leads it. */
const cause = 7

/** The model's company in a database of its own. */
export type Tables = {
  desk: Desk
  names: Names
  as(actor: Actor): Caller
  /** The company and its issues as they stand, by the names of the model. */
  world(connection?: Connection): Promise<World>
  /** Writes the absences that are new or other than before. */
  putAbsences(before: World, after: World, connection: Connection): Promise<void>
  /** Writes what became of people and absences in an act, and of what the tables don't keep of merges and causes. */
  put(before: World, after: World, connection: Connection): Promise<void>
  /** Time stands there from now on; nothing is settled yet. */
  standAt(now: Instant): Promise<void>
  close(): Promise<void>
}

export async function foundCompany(start: Start): Promise<Tables> {
  const fresh = await freshDatabase()
  const { desk, close } = await bareDesk(fresh.url)
  const { database } = desk
  const names = new Names()
  const as = (actor: Actor): Caller => ({
    by: names.toTables(actor, String),
    from: actor.kind === 'customer' ? 'portal' : 'api',
    once: null,
  })
  const first = company(start, 'whole', 'person')
  // What the model knows beside the tables: none of it is decided by them.
  let beside: Pick<World, 'cause' | 'merges'> = { cause: { id: cause, lead: 'ben', state: 'open' }, merges: [] }
  const tables: Tables = {
    desk,
    names,
    as,
    world: async (connection = database) => {
      const { members, path } = await configurationOf(database, 1)
      const now = await readNow(connection, 1)
      const issues = await connection.query<{ number: number; state: Issue }>(
        'select number, state from issue where number <> $1 order by number',
        [outside],
      )
      const absences = await connection.query<Absence>(
        `select absence_id as id, member_id as member, from_at as from, until_at as until, state
        from absence order by absence_id`,
      )
      const seen = names.toModel({ members, path, absences: absences.rows, issues: issues.rows })
      return {
        ...seen,
        ...beside,
        now,
        issues: seen.issues.map(({ number, state }) => ({ number, issue: state, log: [] })),
      }
    },
    putAbsences: async (before, after, connection) => {
      for (const absence of after.absences) {
        if (before.absences.includes(absence)) continue
        await putAbsence(connection, 1, { ...names.toTables(absence, String), id: names.idOf(absence.id) })
      }
    },
    put: async (before, after, connection) => {
      await tables.putAbsences(before, after, connection)
      for (const [name, { active, teams: theirs }] of after.members) {
        const was = before.members.get(name)
        const id = names.idOf(name)
        if (was?.active !== active) await (active ? activate : deactivate)(connection, 1, id)
        if (was && String(was.teams) !== String(theirs)) {
          await connection.query('delete from team_member where member_id = $1 and not supervises', [id])
          await joinTeams(connection, names, name, theirs, 'works')
        }
      }
      beside = { cause: after.cause, merges: after.merges }
    },
    standAt: async now => {
      await database.query('update workspace set time_stands_at = $1', [now])
    },
    close: async () => {
      await close()
      await fresh.drop()
    },
  }
  await furnish(tables, first)
  return tables
}

/** Everybody of SCENARIOS, their customers and kinds, whom an alarm calls, and an issue that no sequence is about. */
async function furnish({ desk, names, as, standAt }: Tables, { now, members, absences }: World): Promise<void> {
  const { database } = desk
  const policy = { rungMinutes: 10_080 }
  await putWorkspace(database, 1, { name: 'Litoral', inbox: 'support@litoral.example', calendar, policy })
  await standAt(now)
  for (const { id, name } of [...teams, { id: 'sales', name: 'Sales' }])
    await database.query('insert into team (workspace_id, team_id, name) values (1, $1, $2)', [names.idOf(id), name])
  for (const { id, name, role, active, teams: theirs, supervises } of members.values()) {
    await database.query(
      `insert into member (workspace_id, member_id, name, email, role, hue, active)
      values (1, $1, $2, $3, $4, 1, $5)`,
      [names.idOf(id), name, `${id}@litoral.example`, role, active],
    )
    await joinTeams(database, names, id, theirs, 'works')
    await joinTeams(database, names, id, supervises, 'supervises')
  }
  for (const { id, name, active } of kinds)
    await database.query('insert into kind (workspace_id, kind_id, name, active) values (1, $1, $2, $3)', [
      names.idOf(id),
      name,
      active,
    ])
  for (const id of ['ana', 'anna', 'tom']) {
    await database.query('insert into customer (workspace_id, customer_id, name) values (1, $1, $2)', [
      names.idOf(id),
      id,
    ])
    await database.query(
      `insert into customer_address (workspace_id, kind, address, customer_id) values (1, 'email', $1, $2)`,
      [`${id}@mail.example`, names.idOf(id)],
    )
  }
  // Said of an absence that is none: the tables know no cover without one.
  const none: Absence = { id: 'other', member: 'gone', from: now, until: later(now, 1), state: 'cancelled' }
  for (const absence of [...absences, none])
    await putAbsence(database, 1, { ...names.toTables(absence, String), id: names.idOf(absence.id) })
  await database.query(
    `insert into cause (workspace_id, cause_id, subject, what, lead_id, opened_by_id, opened_at)
    values (1, $1, 'w', 'w', $2, $2, $3)`,
    [cause, names.idOf('ben'), now],
  )
  await learn(desk, names, as({ kind: 'member', id: 'ada' }))
  const rungs = [{ who: { member: names.idOf('priya') }, minutes: 10_080 }]
  await changeWorkspace(desk, as({ kind: 'member', id: 'ada' }), { path: { rungs, lastResort: names.idOf('ada') } })
  await database.query(`select setval('issue_number', $1, false)`, [outside])
  const carla = as({ kind: 'member', id: 'carla' })
  const { number } = answered(
    await open(desk, carla, {
      whom: { id: names.idOf('tom'), name: '', email: null, phone: null, organization: null },
      subject: 'w',
      story: 'w',
      make: ({ draft, customer }) => ({
        by: carla.by,
        command: {
          channel: 'email',
          owner: names.idOf('carla'),
          way: 'contact',
          message: say(draft, {
            direction: 'in',
            channel: 'email',
            authorKind: 'customer',
            author: customer,
            body: 'w',
          }),
          facts: [],
          promise: null,
        },
      }),
    }),
  )
  // Nobody is kept from leaving by it.
  answered(await act(desk, carla, number, ({ draft }) => ({ type: 'MarkSpam', why: write(draft, 'w') })))
  await database.query(`select setval('issue_number', 1001, false)`)
}

/** The lessons of the model, in force under the numbers that it knows them by. */
async function learn(desk: Desk, names: Names, caller: Caller): Promise<void> {
  const whys = ['Why it happened.', 'Why that.']
  for (const { key, says, allowed, refused } of learned.facts) {
    const change = { type: 'fact_rule' as const, key, says, allowed: [...allowed], refused: [...refused] }
    answered(await proposeLesson(desk, caller, { issue: null, kind: null, what: 'w', whys, change }))
  }
  for (const { kind, says } of learned.checklist) {
    const change = { type: 'checklist', step: says } as const
    answered(await proposeLesson(desk, caller, { issue: null, kind: names.idOf(kind), what: 'w', whys, change }))
  }
  for (const { lesson } of [...learned.facts, ...learned.checklist])
    answered(await adoptLesson(desk, caller, lesson, { trialDays: 730, owner: null, due: null }))
}

function answered<Answer>(outcome: Outcome<Answer>): Answer {
  if ('answer' in outcome) return outcome.answer
  throw new Error(JSON.stringify(outcome))
}

async function joinTeams(
  connection: Connection,
  names: Names,
  member: string,
  theirs: readonly string[],
  as: 'works' | 'supervises',
): Promise<void> {
  for (const team of theirs)
    await connection.query(
      `insert into team_member (workspace_id, team_id, member_id, works, supervises) values (1, $1, $2, $3, $4)`,
      [names.idOf(team), names.idOf(member), as === 'works', as === 'supervises'],
    )
}
