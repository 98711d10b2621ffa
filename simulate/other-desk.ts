import { agendaOf } from './agenda.ts'
import { answered, type Course, cameBack, closed, courseFrom, ended, heard, held, moved, solved } from './course.ts'
import { type Case, caseOf, chance, customersOf } from './customers.ts'
import { valueAt } from './quantiles.ts'
import { isIll, staffOf } from './staff.ts'
import type { Need, Person, TeamNumber, World } from './world.ts'
import type { Outcome } from './year.ts'

/**
 * How other desks work, as a small model: an issue lies in a team's queue until somebody takes it; the assignee is set
 * freely, to any team, without a word to the customer; nothing is promised, so nothing reminds; and whoever has it closes
 * it when they think that it is done.
 */
type Ticket = Case & {
  /** Who has it; null: it lies in the queue of a team. */
  holder: Person | null
  visits: number
  hasAsked: boolean
  /** The next visit that is planned: earlier plans are dropped. */
  plan: { at: number; by: Person } | null
  plans: number
  /** What the customer, or something else, is waited for until. */
  waitsUntil: number
  /** The customer has asked again since they last heard from somebody. */
  isChased: boolean
}

/** To pass something on takes a click and a line. */
const passMinutes = 1

export function liveByOtherDesk(world: World): Outcome {
  const { habits, draw, hours, teams } = world
  const agenda = agendaOf(world.start, world.end)
  const staff = staffOf<Ticket>(world, agenda, () => 0)
  const customers = customersOf<Ticket>(world, agenda, chased)
  const tickets: Ticket[] = []

  function arrive(need: Need): void {
    const ticket = {
      ...caseOf(need, courseFrom(agenda.now)),
      holder: null,
      visits: 0,
      hasAsked: false,
      plan: null,
      plans: 0,
      waitsUntil: 0,
      isChased: false,
    }
    tickets.push(ticket)
    customers.wait(ticket)
    const answerer = need.phones ? whoAnswers(ticket) : undefined
    if (!answerer) {
      queue(ticket, 0)
      return
    }
    take(ticket, answerer)
    wordTo(ticket)
    staff.interrupt(answerer, visit(ticket, answerer, true))
  }

  /** Somebody of the first line who is there; undefined at night. */
  function whoAnswers(ticket: Ticket): Person | undefined {
    const there = (teams[0] ?? []).filter(person => staff.isThere(person, agenda.now))
    return there[Math.floor(chance(ticket, draw, 'who') * there.length)]
  }

  /** It lies in a team's queue, until one of them looks at what is new. */
  function queue(ticket: Ticket, team: TeamNumber): void {
    const all = teams[team] ?? []
    const there = all.filter(person => !isIll(person, agenda.now))
    const able = there.length > 0 ? there : all
    const taker = able[Math.floor(chance(ticket, draw, 'who') * able.length)]
    ticket.holder = null
    ticket.plan = null
    if (taker) plan(ticket, taker, looksAtNew(ticket))
  }

  const looksAtNew = (ticket: Ticket): number =>
    hours.plus(agenda.now, valueAt(habits.looksAtNewAfter, chance(ticket, draw, 'looks')))

  /** The soonest of what is planned counts, unless it is somebody else's turn now. */
  function plan(ticket: Ticket, by: Person, at: number): void {
    if (ticket.plan && ticket.plan.by === by && ticket.plan.at <= at) return
    ticket.plans += 1
    ticket.plan = { at, by }
    const planned = ticket.plans
    agenda.at(at, () => {
      if (ticket.plans !== planned) return
      staff.ask(by, ticket, () => {
        if (ticket.plans !== planned) return 0
        ticket.plan = null
        return visit(ticket, by)
      })
    })
  }

  /** Somebody has it now; who is new to it may have the customer tell it all again. */
  function take(ticket: Ticket, by: Person): number {
    const isNew = !ticket.course.holders.includes(by)
    ticket.holder = by
    held(ticket.course, by)
    if (!isNew || ticket.course.holders.length === 1) return 0
    return retell(ticket)
  }

  function retell(ticket: Ticket): number {
    if (chance(ticket, draw, 'asks_again') >= habits.asksAgain || ticket.course.gaveUp) return 0
    ticket.course.tellings += 1
    return wordTo(ticket)
  }

  function wordTo(ticket: Ticket, asks = false): number {
    heard(ticket.course, agenda.now, hours, asks)
    ticket.isChased = false
    customers.wait(ticket)
    return habits.wordMinutes
  }

  function visit(ticket: Ticket, by: Person, onThePhone = false): number {
    if (ticket.course.closedAt !== null) return 0
    const took = ticket.holder === by ? 0 : take(ticket, by)
    moved(ticket.course, agenda.now)
    if (ticket.waitsUntil > agenda.now) return took + stillWaiting(ticket, by)
    const minutes = took + habits.visitMinutes
    const { need } = ticket
    if (by.team !== need.team) return minutes + passOn(ticket, by, whereTo(ticket, by))
    if (chance(ticket, draw, 'toss') < by.tosses) return minutes + passOn(ticket, by, elsewhere(ticket, by))
    ticket.visits += 1
    if (need.asks && !ticket.hasAsked) return minutes + askCustomer(ticket, by, onThePhone)
    if (ticket.visits >= need.visits) return minutes + close(ticket)
    return minutes + goOn(ticket, by)
  }

  function stillWaiting(ticket: Ticket, by: Person): number {
    if (Number.isFinite(ticket.waitsUntil)) plan(ticket, by, ticket.waitsUntil)
    return ticket.isChased ? wordTo(ticket, ticket.course.silentSince === null) : 1
  }

  /** Passed on without a word to the customer, unless they have just asked. */
  function passOn(ticket: Ticket, by: Person, team: TeamNumber): number {
    if (team === by.team) return goOn(ticket, by)
    ticket.course.tosses += 1
    const word = ticket.isChased ? wordTo(ticket) : 0
    queue(ticket, team)
    return passMinutes + word
  }

  /** The right team, for those who know where it belongs; else any other. */
  function whereTo(ticket: Ticket, by: Person): TeamNumber {
    if (chance(ticket, draw, 'knows') < habits.knowsWhere) return ticket.need.team
    return elsewhere(ticket, by)
  }

  function elsewhere(ticket: Ticket, by: Person): TeamNumber {
    const others = teams.map((_, team) => team).filter(team => team !== by.team && team !== ticket.need.team)
    const any = teams.map((_, team) => team).filter(team => team !== by.team)
    const from = others.length > 0 ? others : any
    return from[Math.floor(chance(ticket, draw, 'where') * from.length)] ?? 0
  }

  function askCustomer(ticket: Ticket, by: Person, onThePhone: boolean): number {
    ticket.hasAsked = true
    if (onThePhone) return habits.wordMinutes + (ticket.visits >= ticket.need.visits ? close(ticket) : goOn(ticket, by))
    const word = wordTo(ticket, true)
    ticket.waitsUntil = Number.POSITIVE_INFINITY
    agenda.at(customers.answersAt(ticket), () => {
      ticket.waitsUntil = 0
      answered(ticket.course, agenda.now)
      customers.wait(ticket)
      if (ticket.holder) plan(ticket, ticket.holder, looksAtNew(ticket))
    })
    return word
  }

  /** Not done yet: there is something to wait for, or they look again when they think of it, or somebody else of the team does. */
  function goOn(ticket: Ticket, by: Person): number {
    const tells = ticket.isChased || chance(ticket, draw, 'tells') < habits.tellsUnasked
    const word = tells ? wordTo(ticket) : 0
    if (chance(ticket, draw, 'waits') < habits.waitsForOthers) {
      ticket.waitsUntil = hours.plus(agenda.now, valueAt(habits.waitMinutes, chance(ticket, draw, 'wait')))
      plan(ticket, by, ticket.waitsUntil)
      return word
    }
    const next = chance(ticket, draw, 'another') < habits.anotherOfTheTeam ? colleagueOf(ticket, by) : by
    plan(ticket, next, looksAgain(ticket, next))
    return word
  }

  function looksAgain(ticket: Ticket, by: Person): number {
    const forgotten = chance(ticket, draw, 'forgotten') < by.forgets
    return hours.plus(
      agenda.now,
      valueAt(forgotten ? habits.forgottenFor : habits.looksAgainAfter, chance(ticket, draw, 'again')),
    )
  }

  function colleagueOf(ticket: Ticket, by: Person): Person {
    const others = (teams[by.team ?? 0] ?? []).filter(other => other !== by && !isIll(other, agenda.now))
    return others[Math.floor(chance(ticket, draw, 'who') * others.length)] ?? by
  }

  /** Closed at will. When it does not hold, the customer comes back, unless they have had enough. */
  function close(ticket: Ticket): number {
    const word = wordTo(ticket)
    closed(ticket.course, agenda.now, hours)
    const noticesAt = customers.noticesAt(ticket)
    solved(ticket.course, agenda.now, noticesAt === null)
    if (noticesAt !== null) agenda.at(noticesAt, () => comeBack(ticket))
    return word
  }

  function comeBack(ticket: Ticket): void {
    const { course } = ticket
    if (course.gaveUp) return
    if (chance(ticket, draw, 'gives_up') < habits.givesUp) {
      course.gaveUp = true
      return
    }
    cameBack(course, agenda.now)
    ticket.visits = ticket.need.visits - 1
    customers.wait(ticket)
    if (ticket.holder) plan(ticket, ticket.holder, looksAtNew(ticket))
  }

  /** Asked again: by mail it waits for whoever has it; on the phone anybody answers, who may want to hear it all again. */
  function chased(ticket: Ticket, byPhone: boolean): void {
    ticket.isChased = true
    const answerer = byPhone ? whoAnswers(ticket) : undefined
    if (answerer) {
      moved(ticket.course, agenda.now)
      const again = answerer === ticket.holder ? 0 : retell(ticket)
      wordTo(ticket)
      staff.interrupt(answerer, habits.wordMinutes + again)
    }
    const by = ticket.plan?.by ?? ticket.holder
    if (by) plan(ticket, by, looksAtNew(ticket))
  }

  agenda.series(world.needs, arrive)
  agenda.run()
  const courses = tickets.map(({ course }): Course => {
    ended(course, world.end, hours)
    return course
  })
  return { courses, minutes: staff.minutes, refused: new Map() }
}
