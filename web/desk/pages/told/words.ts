export const words = {
  title: 'What you were told',
  byMail: {
    everything: 'All of it goes to you by mail, too.',
    urgent: 'What can’t wait goes to you by mail, too.',
    nothing: 'None of it goes to you by mail.',
  },
  change: 'Change that',
  seenAll: 'I have seen all of it',
  isNew: 'New:',
  empty: 'Nothing yet.',
  emptyMore: 'When something happens to an issue that concerns you, it stands here.',
  lesson: (id: number) => `Lesson ${id}`,
  more: 'Show more',
}
