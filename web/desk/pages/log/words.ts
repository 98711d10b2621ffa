export const words = {
  title: (number: number) => `#${number}, event by event`,
  heading: 'What has happened',
  lead: 'Every change, with who and when, from the first. Nothing here is ever altered.',
  from: {
    desk: '',
    api: 'by the API',
    email: 'by mail',
    link: 'by the link in a mail',
    portal: 'on their page',
    phone: 'on the phone',
    clock: 'the clock',
    cli: 'from the command line',
    import: 'brought over',
  },
  before: (source: string) => `Before Baton, at ${source}`,
  beforeLead: (source: string, name: string) =>
    `Before Baton, at ${source}: case ${name}. This is what the log there says; nothing of it is ours, and no figure counts it.`,
  foreign: (person: string | null, group: string | null, said: readonly (string | null)[]) => {
    const who = person && group ? `${person}, ${group}` : (person ?? group)
    const what = said.filter(part => part !== null).join(', ')
    return [who, what].filter(Boolean).join(': ') || 'Something happened.'
  },
  back: 'To the issue',
}
