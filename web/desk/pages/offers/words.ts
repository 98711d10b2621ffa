export const words = {
  title: 'Offers to me',
  lead: 'Read the brief, then say it back or decline. Until you have greeted the customer, each stays with its giver.',
  empty: 'Nobody has offered you anything.',
  emptyMore: 'When a colleague wants to hand an issue to you, it stands here, and you are told.',
  offered: (giver: string, to: string | null) => `${giver} offers this ${to ? `to ${to}` : 'to you'}`,
  limit: 'Answer by',
  accepted: (giver: string, name: string) => `You said yes. ${giver} introduces you to ${name} next.`,
  acceptedLimit: 'Greeted by',
  introduced: (giver: string, name: string) =>
    `${giver} has introduced you to ${name}. Greet now: with that it is yours.`,
  greet: (name: string) => `Greet ${name}`,
  open: 'The whole issue',
}
