/** What who comes by the link of a mail reads. */
export const words = {
  title: 'An assist',
  company: (company: string) => `${company} · one assist`,
  reader: (name: string) => `You answer as ${name}. This page opens this one thing, for two hours.`,
  unknown: {
    title: 'This link leads nowhere',
    why: 'It is not one of ours, or a part of it got lost on the way. Open it again from our mail; if it is broken over two lines there, copy both.',
  },
  expired: {
    title: 'This link has expired',
    why: 'It was for something that has been over for some days. If you still know something of it, answer our mail: your words reach whoever has it.',
  },
  ended: {
    title: 'Your visit has ended',
    why: 'Open the link in our mail again. If it stays so, it is not asked of you any more; you can always answer the mail.',
  },
}
