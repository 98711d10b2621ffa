/** What the pages of mail say. */
export const words = {
  title: 'Outbox',
  local: 'This desk has no mail server, so nothing leaves it. Here is every mail as its reader would get it.',
  smtp: 'Mail of the desk on its way out, newest first.',
  empty: 'Nothing has been written yet.',
  openMail: 'The open mail',
  back: '← Back to the list',
  choose: 'Choose a mail to read it.',
  noSubject: 'Without a subject',
  loading: 'One moment…',
  older: 'Older',
  from: 'From',
  to: 'To',
  date: 'Written',
  sent: 'Sent',
  about: 'About',
  issue: (number: number) => `#${number}`,
}
