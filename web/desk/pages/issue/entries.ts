import type { EventAnswer, IssueAnswer, MessageAnswer } from '../../../../src/contract/answers.ts'

export type Entry =
  | { kind: 'message'; key: string; at: string; message: MessageAnswer; first: boolean }
  | { kind: 'diagnosis'; key: string; at: string; diagnosis: IssueAnswer['diagnoses'][number] }
  /** Hands have met: who gave, who received, when they were introduced, and when they met. */
  | { kind: 'meeting'; key: string; at: string; giver: string; receiver: string; introducedAt: string | null }
  | { kind: 'line'; key: string; at: string; look: LineLook; event: EventAnswer }

type LineLook = 'plain' | 'owed' | 'kept' | 'light'

/** What stands between the messages: everything that changed who has it, what is owed, or whether it is over. */
const lines: Readonly<Record<string, LineLook>> = {
  OwnershipMoved: 'plain',
  HandoffOffered: 'plain',
  HandoffAccepted: 'plain',
  HandoffDeclined: 'plain',
  HandoffExpired: 'owed',
  HandoffWithdrawn: 'plain',
  HandoffIntroductionUndone: 'owed',
  HandoffFellThrough: 'owed',
  LookedBack: 'plain',
  LookedAfter: 'plain',
  LiveIntroductionBegan: 'plain',
  LiveIntroductionInterrupted: 'owed',
  CustomerObjected: 'owed',
  HuddleCalled: 'plain',
  HuddleLate: 'owed',
  HuddleSettled: 'plain',
  AssistAsked: 'plain',
  AssistDeclined: 'plain',
  AssistReturned: 'plain',
  AssistFellSilent: 'owed',
  AssistantIntroduced: 'plain',
  CoverAccepted: 'plain',
  CoverBegan: 'plain',
  CoverMissed: 'owed',
  ConcessionGranted: 'plain',
  ApprovalAsked: 'plain',
  ConcessionApproved: 'plain',
  ConcessionRefused: 'plain',
  CannotFixAsked: 'plain',
  CannotFixAgreed: 'plain',
  CannotFixRefused: 'plain',
  CannotFixTold: 'plain',
  CauseLinked: 'plain',
  CauseSolved: 'plain',
  ContactBounced: 'owed',
  PromiseBroken: 'owed',
  PromiseUnkept: 'owed',
  ResolutionProposed: 'plain',
  ResolutionConfirmed: 'kept',
  ResolutionDenied: 'owed',
  CustomerRated: 'plain',
  IssueClosed: 'plain',
  IssueReopened: 'owed',
  RecurrenceFound: 'owed',
  MatchesFound: 'plain',
  MatchAccepted: 'plain',
  MatchDismissed: 'plain',
  IssueMerged: 'plain',
  IssueTookIn: 'plain',
  IssueUnmerged: 'plain',
  IssueGaveBack: 'plain',
  IssueMarkedSpam: 'plain',
  IssueClearedOfSpam: 'plain',
  EscalationRaised: 'light',
  EscalationJoined: 'light',
  EscalationAcknowledged: 'light',
  EscalationTaken: 'light',
  OutcomeTold: 'light',
  EscalationStoodDown: 'light',
}

/** The whole conversation in its order: messages, what was understood, and what happened between. */
export function entriesOf(
  issue: IssueAnswer,
  messages: readonly MessageAnswer[],
  events: readonly EventAnswer[],
): Entry[] {
  const log = [...events].sort((a, b) => a.version - b.version)
  const versionOf = new Map(
    log.flatMap(({ data, version }) => (data.message ? [[data.message, version] as const] : [])),
  )
  const recorded = log.filter(({ type }) => type === 'DiagnosisRecorded')
  const firstWords = messages.find(({ author }) => author.kind === 'customer')?.id
  return inOrder([
    ...messages.map(message => ({
      version: versionOf.get(message.id) ?? 0,
      entry: messageEntry(message, message.id === firstWords),
    })),
    ...issue.diagnoses.map((diagnosis, place) => ({
      version: recorded[place]?.version ?? 0,
      entry: { kind: 'diagnosis', key: `diagnosis ${diagnosis.at}`, at: diagnosis.at, diagnosis } as const,
    })),
    ...log.flatMap(event => lineOf(log)(event).map(entry => ({ version: event.version, entry }))),
  ])
}

const messageEntry = (message: MessageAnswer, first: boolean): Entry => ({
  kind: 'message',
  key: message.id,
  at: message.at,
  message,
  first,
})

/** By time; what happened in the same moment in the order of the log. */
const inOrder = (placed: readonly { version: number; entry: Entry }[]): Entry[] =>
  placed
    .toSorted((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at) || a.version - b.version)
    .map(({ entry }) => entry)

const lineOf =
  (events: readonly EventAnswer[]) =>
  (event: EventAnswer): Entry[] => {
    const { type, at, version, data } = event
    const key = `event ${version}`
    if (type === 'OwnershipMoved' && data.way === 'handoff') {
      const introduced = events.findLast(other => other.type === 'HandoffIntroduced' && other.version < version)
      const [giver, receiver] = [String(data.from), String(data.to)]
      return [{ kind: 'meeting', key, at, giver, receiver, introducedAt: introduced?.at ?? null }]
    }
    const look = lines[type]
    return look ? [{ kind: 'line', key, at, look, event }] : []
  }

/** A long conversation shows its begin and its end; between them what is folded away. */
export function folded(
  entries: readonly Entry[],
  begin = 2,
  end = 9,
): { before: Entry[]; hidden: Entry[]; after: Entry[] } {
  if (entries.length <= begin + end + 2) return { before: [...entries], hidden: [], after: [] }
  return { before: entries.slice(0, begin), hidden: entries.slice(begin, -end), after: entries.slice(-end) }
}
