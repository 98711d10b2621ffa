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
  back: 'To the issue',
}
