import { plural } from '../../../../ui/time-words.ts'

/** What the settings of the escalation path say. */
export const words = {
  label: 'The escalation path',
  name: 'What is it called?',
  nameHint: 'A name of your own. It stands on every screen, in every mail, and on the customer’s page.',
  meaning: 'What does it mean?',
  meaningHint: 'One paragraph, for whoever hears of it for the first time: who may raise it, and what happens then.',
  inbox: 'Its own address',
  inboxHint: 'Whoever of the company writes there raises it. Leave it empty to have none.',
  inboxNone: 'none',
  ladder: 'Whom it calls',
  ladderHint:
    'From the first rung up, until a person answers. Times are of real time, by day and by night; whoever owns the issue is left out.',
  noRungs: 'No rung is set: it calls the supervisors of whoever owns the issue, then the admins.',
  rung: (place: number) => `Rung ${place}`,
  who: 'Calls',
  choose: 'Choose …',
  schedules: 'Whoever is on call by',
  people: 'A person',
  minutes: 'for how many minutes?',
  rungSays: (who: string, minutes: number) => `${who}, ${plural(minutes, 'minute', 'minutes')}`,
  addRung: 'Add a rung',
  lastResort: 'The last resort',
  lastResortHint: 'Called when nobody is on any rung. Without one, the admins are.',
  admins: 'the admins',
  needs: {
    detail: 'Something of the path is missing.',
    remedy: 'Give it a name and a meaning, and say for every rung whom it calls, and for how many minutes.',
  },
}
