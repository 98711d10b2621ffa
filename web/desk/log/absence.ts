import type { EventAnswer } from '../../../src/contract/answers.ts'

/** What a sentence about a cover names: who did it, who was asked, whose absence it is, and until when. */
export type AboutCover = { who: string; member: string; absent: string; until: string }

const ended: Record<string, string> = {
  time: 'The cover ended: the absence is over.',
  another: 'The cover ended: another person takes it on.',
  back: 'The cover ended: its owner is there after all.',
  not_needed: 'Nobody is needed to cover it any more.',
  left: 'Who was asked to cover it does not work here any more.',
  ownership: 'The cover ended: the issue is somebody else’s now.',
  closed: 'The cover ended with the issue.',
}

/** What has happened about an absence of the owner, as a sentence (Rule 15). */
export function coverSentence({ type, data }: EventAnswer, { who, member, absent, until }: AboutCover): string | null {
  switch (type) {
    case 'CoverAsked':
      return `${who} asked ${member} to look after it while ${absent} is away, until ${until}.`
    case 'CoverSet':
      return `${who} has ${member} look after it while ${absent} is away, until ${until}.`
    case 'CoverAccepted':
      return `${who} agreed to look after it in that time.`
    case 'CoverDeclined':
      return `${who} can’t look after it in that time.`
    case 'CoverBegan':
      return 'The owner is away from here on, and the cover acts in their place.'
    case 'CoverEnded':
      return ended[String(data.because)] ?? 'The cover ended.'
    case 'CoverMissed':
      return 'The owner was to be away from here on, and nobody had agreed to cover it.'
    default:
      return null
  }
}
