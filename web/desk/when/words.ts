export const words = {
  example: 'Friday 11',
  reading: '…',
  notUnderstood: (text: string) => ({
    detail: `“${text}” was not understood as a time that is still ahead.`,
    remedy: 'Write it like “tomorrow 10:00” or “in 2 business hours”.',
  }),
  needed: {
    detail: 'A time is missing.',
    remedy: 'Say by when, in words: “tomorrow 10:00”, “Friday 11”, “in 2 business hours”.',
  },
}
