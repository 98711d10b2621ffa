export const words = {
  title: 'Intake',
  lead: 'Each has an owner already, whom the intake chose. Until the first answer anybody may claim it.',
  claim: 'Claim',
  claimed: (subject: string) => `“${subject}” is yours.`,
  empty: 'Nothing waits here.',
  emptyMore: 'What comes in is owned at once, and stands here until somebody has answered.',
}
