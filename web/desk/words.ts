/** What every page of the desk may say. */
export const words = {
  unreachable: {
    detail: 'The desk does not answer.',
    remedy: 'What you wrote is kept here. Try again when the connection is back.',
  },
  broken: {
    detail: 'Something went wrong on this page.',
    remedy: 'Load it again; what you wrote is kept.',
  },
  again: 'Try again',
  reload: 'Load the page again',
  loading: 'One moment…',
  more: 'Show more',
  leaveIt: 'Leave it',
  you: 'You',
  whatIs: (path: string) => `What is the ${path}?`,
  pathInbox: (inbox: string) => `A mail to ${inbox} raises it, too.`,
  lampAnswered: (path: string) => `${path}, answered`,
}
