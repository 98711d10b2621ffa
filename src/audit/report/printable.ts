/** Text of a log for a terminal, which takes control characters for orders. */
export const printable = (text: string): string => text.replace(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
