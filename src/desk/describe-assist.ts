import type { AssistAnswer } from '../contract/answers.ts'
import { type Assist, assistantOf, isToBeTold } from '../core/assist/assist.ts'
import type { Member, MemberId, WordsId } from '../core/context.ts'
import type { Issue } from '../core/issue/issue.ts'
import { mayAssist } from '../core/may.ts'
import type { Configuration } from '../store/configuration.ts'
import { memberRef, teamRef } from './describe.ts'

/** An assist of an issue with its words and the names of people, as `reader` may know and act on it. */
export function describeAssist(
  issue: Issue,
  assist: Assist,
  text: (id: WordsId) => string,
  configuration: Configuration,
  reader: Member | undefined,
): AssistAnswer {
  const { id, state, of, ask, askedBy, askedAt, due, touches } = assist
  const member = (other: MemberId) => memberRef(configuration, other)
  const assistant = assistantOf(assist)
  return {
    id,
    state,
    of: of.kind === 'member' ? { member: member(of.member) } : { team: teamRef(configuration, of.team) },
    assistant: assistant === null ? null : member(assistant),
    ask: text(ask),
    askedBy: member(askedBy),
    askedAt,
    due,
    acceptedAt: 'acceptedAt' in assist ? assist.acceptedAt : null,
    introducedAt: assist.state === 'introduced' ? assist.introducedAt : null,
    touches: touches.map(({ at, by, note, moved, from }) => ({ at, by: member(by), note: text(note), moved, from })),
    end: endOf(assist, text),
    toTell: isToBeTold(issue, assist),
    may: reader ? mayAssist(issue, assist, reader) : [],
  }
}

function endOf(assist: Assist, text: (id: WordsId) => string): AssistAnswer['end'] {
  if (!('by' in assist)) return null
  const { at, by } = assist
  const words = assist.state === 'returned' ? assist.result : assist.state === 'declined' ? assist.reason : null
  return {
    at,
    byItself: by.kind === 'desk',
    moved: assist.state === 'returned' && assist.moved,
    words: words && text(words),
  }
}
