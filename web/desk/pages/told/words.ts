export const words = {
  title: 'What you were told',
  seenAll: 'I have seen all of it',
  isNew: 'New:',
  empty: 'Nothing yet.',
  emptyMore: 'When something happens to an issue that concerns you, it stands here.',
  lesson: (id: number) => `Lesson ${id}`,
  more: 'Show more',
}
