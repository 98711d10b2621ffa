/** What the parts of every screen say. */
export const words = {
  lamp: 'Alarm',
  promise: {
    open: 'running',
    kept: 'kept',
    moved: 'moved',
    broken: 'owed',
    made_good: 'made good',
    released: 'no longer needed',
  },
}
