/** What the settings of authority limits say. */
export const words = {
  label: 'Authority limits',
  intro:
    'Whoever stays within their limit concedes at once. Above it somebody with a higher one is asked. A limit of a person counts before that of their role, and one for a kind before one for everything. Who answered an alarm has the limit of the rung that called them, where it is the higher one.',
  limit: (place: number) => `Limit ${place}`,
  who: 'Who',
  roles: 'Everybody of a role',
  people: 'A person',
  champions: (path: string) => `Who answered the ${path}, called by`,
  rung: (place: number | 'last_resort') => (place === 'last_resort' ? 'The last resort' : `Rung ${place}`),
  role: { agent: 'Agents', supervisor: 'Supervisors', admin: 'Admins', colleague: 'Colleagues' },
  kind: 'Concedes',
  everything: 'anything',
  kinds: { credit: 'credits', refund: 'refunds', replacement: 'replacements', exception: 'exceptions' },
  amount: 'up to, on one issue',
  amountHint: 'Empty: without bound.',
  currency: 'in',
  unbound: 'without bound',
  upTo: (worth: string) => `up to ${worth}`,
  limitSays: (kind: string, bound: string) => `${kind} ${bound}`,
  add: 'Add a limit',
  speaks: 'The currency in which people speak here',
  choose: 'Choose …',
  incomplete: {
    detail: 'A limit is not whole yet.',
    remedy: 'Say for each whose it is, and an amount like 50 or 49.90, or none for no bound.',
  },
}
