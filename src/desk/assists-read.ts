import type { Readable } from 'node:stream'
import type { AssistRow, AssistView } from '../contract/answers.ts'
import { type Assist, isAskedOf } from '../core/assist/assist.ts'
import { hasSeat, type MemberId } from '../core/context.ts'
import { isEscalated } from '../core/escalation/escalation.ts'
import { owner } from '../core/issue/issue.ts'
import { readAssistFile, readAssistFiles, readAssistRows, readTalkSince } from '../store/assists-read.ts'
import { configurationOf, type Person } from '../store/configuration.ts'
import { seeIssue } from '../store/issue-read.ts'
import type { Which } from './assists.ts'
import { memberRef } from './describe.ts'
import { describeAssist } from './describe-assist.ts'
import type { Desk, Outcome } from './desk.ts'

/** Open assists that are asked of a member or their team, in the one order of their issues (Rule 25). */
export const readAssists = (desk: Desk, member: MemberId): Promise<AssistRow[]> =>
  readAssistRows(desk.database, desk.workspace, member)

const noSuchAssist = { missing: 'This assist is not here, or not asked of you.' } as const

/**
 * What somebody of whom an assist is asked may know of its issue: the customer and their story, what is known so far, the
 * files; of the conversation only what has been said since they were introduced. Who has a seat sees it, too.
 */
export async function readAssist(desk: Desk, reader: MemberId, { number, id }: Which): Promise<Outcome<AssistView>> {
  const { issue, configVersion, now } = await seeIssue(desk.database, desk.workspace, number, null)
  const configuration = await configurationOf(desk.database, desk.workspace, configVersion)
  const person = configuration.members.get(reader)
  const assist = issue?.state.assists[id - 1]
  if (!issue || !person || !assist || !maySee(assist, person)) return noSuchAssist
  const { state, words } = issue
  const text = (word: string): string => words[word] ?? ''
  const { name, organization } = issue.customer
  return {
    answer: {
      number,
      for: { id: state.customer, name, organization },
      subject: issue.subject,
      escalated: isEscalated(state),
      owner: memberRef(configuration, owner(state).member),
      reader: memberRef(configuration, reader),
      company: configuration.name,
      path: configuration.path.name,
      zone: configuration.calendar.zone,
      now,
      story: issue.story,
      facts: state.facts.map(({ key, fact, how, at }) => ({ key, value: text(fact), how: how && text(how), at })),
      diagnoses: state.diagnoses.map(({ words: said, by, at }) => ({
        text: text(said),
        by: memberRef(configuration, by),
        at,
      })),
      files: await readAssistFiles(desk.database, desk.workspace, number),
      assist: describeAssist(state, assist, text, configuration, person),
      conversation:
        // They are in the conversation now.
        assist.state === 'introduced'
          ? await readTalkSince(desk.database, desk.workspace, number, assist.introduction)
          : [],
    },
  }
}

/** A file of the conversation with the customer, for whom an assist of the issue is asked of. */
export async function readFileOfAssist(
  desk: Desk,
  reader: MemberId,
  { number, id }: Which,
  file: string,
): Promise<{ stream: Readable; name: string; contentType: string; size: number } | { missing: string }> {
  const seen = await readAssist(desk, reader, { number, id })
  if (!('answer' in seen)) return noSuchAssist
  const found = await readAssistFile(desk.database, desk.workspace, number, file)
  if (!found) return { missing: 'This file is not here.' }
  const { hash, ...rest } = found
  return { stream: desk.files.stream(hash), ...rest }
}

const maySee = (assist: Assist, person: Person): boolean =>
  person.active && (hasSeat(person) || isAskedOf(assist, person))
