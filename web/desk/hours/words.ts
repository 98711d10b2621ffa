/** What is said of the hours of a week. */
export const words = {
  days: {
    1: 'Monday',
    2: 'Tuesday',
    3: 'Wednesday',
    4: 'Thursday',
    5: 'Friday',
    6: 'Saturday',
    7: 'Sunday',
  },
  unreadable: 'Write it like 9–17 or 9–13, 15–18.',
}
