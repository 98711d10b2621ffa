/** Text for a terminal, which takes control characters for orders. What is told may come from anybody's file. */
export const printable = (text: string): string =>
  text.replace(/[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
