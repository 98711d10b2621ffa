/** What the finder of customers says. */
export const words = {
  hint: 'Two letters of a name, an address or a number.',
  found: 'Customers',
  nobody: 'Nobody is known by that.',
  open: (count: number) => (count === 0 ? null : count === 1 ? 'one open issue' : `${count} open issues`),
}
