export const words = {
  title: 'Customers',
  lead: 'Whose it is, the story, what is known, and when they hear next: at a glance, whoever answers.',
  find: 'Who is it?',
  newHint: 'Somebody new is known from their first issue on.',
  newIssue: 'New issue',
}
