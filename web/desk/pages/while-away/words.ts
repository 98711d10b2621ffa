/** What is said of the time in which somebody was away. `who`: "you", or a name. */
export const words = {
  title: (name: string | null) => (name ? `While ${name} was away` : 'While you were away'),
  back: 'Going away',
  to: 'to',
  lead: (name: string | null) =>
    `What was promised, kept and broken, and what was written, on ${name ? `${name}’s` : 'your'} issues. Where nothing happened, nothing stands here.`,
  nothing: 'Nothing happened on them. All is as it was left.',
  lookedAfter: (names: string, several: boolean) =>
    `${names} looked after it${several ? ', one after the other' : ''}.`,
  you: 'You',
  desk: 'The desk',
  made: (who: string, due: string, what: string | null) =>
    what ? `${who} promised word by ${due}: ${what}` : `${who} promised word by ${due}.`,
  kept: (who: string, due: string) => `${who} kept the promise of ${due}.`,
  moved: (who: string, due: string) => `${who} moved the promise; it falls due ${due} now.`,
  broken: (due: string) => `The promise of ${due} was broken.`,
  madeGood: (who: string, due: string) => `${who} made the broken promise of ${due} good.`,
  unkept: (due: string) => `The word that had kept the promise of ${due} came back: it is owed again.`,
  released: (due: string) => `The promise of ${due} is no longer needed.`,
  note: (who: string) => `${who}, for the team`,
}
