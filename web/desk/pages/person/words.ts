import type { MeAnswer } from '../../../../src/contract/answers.ts'
import { plural } from '../../../ui/time-words.ts'

type Told = MeAnswer['member']['toldByMail']

/** What the page of a person says. */
export const words = {
  back: 'People',
  gone: 'Nobody like this works here.',

  absences: (name: string) => `${name}’s absences`,
  noAbsences: 'None is planned.',
  goingAway: 'Going away, and who looks after what is yours then',
  isIll: (name: string) => `${name} is ill today`,

  ill: {
    title: (name: string) => `${name} is ill today`,
    lead: (name: string) =>
      `${name} is away at once. Whose promise falls due first stands first: say who looks after each of them.`,
    until: (name: string) => `${name} is back by`,
    untilExample: 'monday 9:00',
    untilHint: 'Without a time, until:',
    nothing: 'Nothing falls due in that time, so nobody waits.',
    all: 'Somebody for all of them',
    cover: (customer: string) => `Who looks after ${customer}?`,
    nobody: 'nobody yet',
    there: 'There now',
    offShift: 'Not on shift',
    left: (count: number) =>
      `${plural(count, 'customer is', 'customers are')} still without anybody. They stand first among what needs you.`,
    act: (name: string) => `${name} is ill`,
    done: (name: string) => `${name} is away. Who looks after what is told, and so are the customers.`,
    keep: 'Not now',
  },

  hours: {
    title: (name: string | null) => (name ? `${name}’s hours` : 'Your hours'),
    desk: 'As the desk',
    own: 'Hours of their own',
    ownMine: 'Hours of my own',
    week: 'When in the week',
    hint: 'Write them like “9–17” or “9–13, 15–18”; a day without any is free.',
    free: 'free',
    zone: 'Time zone',
    zoneHint: (desk: string) => `Empty: as the desk, ${desk}.`,
    save: 'Save the hours',
    saved: 'Saved.',
    unread: {
      detail: 'Some of the hours can’t be read yet.',
      remedy: 'Write each day like “9–17”, or leave it empty.',
    },
    in: (zone: string) => `in ${zone}`,
  },

  mail: {
    title: 'By mail, too, you are told',
    lead: 'All of it stands in the desk at once, whatever you choose.',
    options: {
      everything: 'everything',
      urgent: 'what can’t wait: alarms, covers, huddles',
      nothing: 'nothing',
    } satisfies Record<Told, string>,
    done: 'Saved.',
  },

  letter: {
    title: 'The letter about the week comes to me by mail, too',
    lead: 'It stands in the desk, whatever you choose. While you are told nothing by mail, it does not come either.',
    done: 'Saved.',
  },

  leaving: (name: string) => `${name} leaves the company`,
  leave: {
    title: (name: string) => `${name} leaves the company`,
    lead: (name: string) =>
      `Nobody who is gone may owe a customer anything. Take over what is ${name}’s, one by one; you introduce yourself to each customer. Then ${name} is outside at once.`,
    owns: (name: string, count: string) => `Still ${name}’s: ${count}`,
    none: (name: string) => `Nothing is ${name}’s any more.`,
    why: 'Why, for the record of each issue',
    because: (name: string) => `${name} leaves the company.`,
    take: 'Take it over',
    taken: (customer: string) => `Yours now. ${customer} hears from you.`,
    act: (name: string) => `Let ${name} go`,
    done: (name: string) => `${name} has left, and is signed out everywhere.`,
  },
  activate: (name: string) => `${name} is back in the company`,
  activateHint: 'With the same role and teams. They sign in anew, and no key of before works.',
  activated: (name: string) => `${name} works here again.`,
}
