/**
 * A text that goes into a header: without line ends, which could begin a header of its own, and without the marks that turn
 * the direction of reading, which could make a name look like another.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
