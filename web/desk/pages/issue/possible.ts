import type { IssueAnswer } from '../../../../src/contract/answers.ts'
import { firstName } from '../../../ui/face.tsx'
import type { Act } from './act.tsx'
import { words } from './words.ts'

type Acts = {
  /** The one main act, if there is one. */
  first: Act[]
  usual: Act[]
  /** What is done now and then. */
  more: Act[]
}

const diagnose: Act = { says: words.diagnose, mode: 'diagnosis' }
const underWay = ['offered', 'accepted', 'live', 'introduced']

/** What the reader may do with an issue, by how often it is needed. `name`: the customer's; `path`: of the alarm. */
export function actsOf(issue: IssueAnswer, name: string, path: string): Acts {
  const { may, number, handoff, phase, assists } = issue
  const can = (act: IssueAnswer['may'][number], then: Act): Act[] => (may.includes(act) ? [then] : [])
  const close: Act[] = can('close', { says: words.close, send: `/issues/${number}/close`, done: words.done.closed })
  const isOver = phase === 'confirmed' || (phase === 'watching' && watchIsOver(issue))
  const handOver: Act = { says: words.handOver, to: '/desk/issues/$number/hand-over', keys: 'H' }
  const lacksDiagnosis = issue.diagnoses.length === 0 && may.includes('offer')
  const isUnderWay = handoff !== null && underWay.includes(handoff.state)
  return {
    first: [
      ...can('clear_spam', { says: words.notSpam, send: `/issues/${number}/not-spam`, done: words.done.notSpam }),
      ...can('claim', { says: words.claim, send: `/issues/${number}/claim`, done: words.done.claimed }),
      ...(isOver ? close : []),
    ],
    usual: [
      // Nobody hands over without it, so it is at hand until somebody has.
      ...(lacksDiagnosis ? [diagnose] : []),
      ...can('unmerge', { says: words.unmerge, send: `/issues/${number}/unmerge`, done: words.done.unmerged }),
      ...can('offer', handOver),
      ...(isUnderWay ? [{ ...handOver, says: words.seeHandoff }] : []),
      ...can('ask_assist', { says: assists.length > 0 ? words.askMore : words.askHelp, mode: 'ask_assist', keys: 'A' }),
      ...can('tell', { says: words.tellOwner(firstName(issue.owner.name)), mode: 'tell_owner' }),
      ...can('confirm', { says: words.heardYes(name), mode: 'yes' }),
      ...can('deny', { says: words.heardNo(name), mode: 'no' }),
      ...can('propose', { says: words.propose, mode: 'solved', keys: 'S' }),
    ],
    more: [
      ...(isOver ? [] : close),
      ...(phase === 'closed' || lacksDiagnosis ? [] : [diagnose]),
      ...can('grant', { says: words.grant, mode: 'grant' }),
      ...can('raise', {
        says: issue.escalation && isLit(issue.escalation) ? words.join(path) : words.raise(path),
        mode: 'raise',
      }),
      ...(phase === 'closed' || issue.cause ? [] : [{ says: words.shareCause, mode: 'cause' } as const]),
      { says: words.proposeLesson, to: '/desk/lessons/new' },
      ...can('ask_cannot_fix', { says: words.cannotFix, mode: 'cannot_fix' }),
      ...can('merge', { says: words.merge, mode: 'merge' }),
      ...can('takeover', { says: words.takeover, mode: 'takeover' }),
      ...can('mark_spam', { says: words.spam, mode: 'spam' }),
    ],
  }
}

const isLit = ({ state }: NonNullable<IssueAnswer['escalation']>): boolean => state !== 'stood_down'

/** Rule 20: every date of the watch has had its check. */
const watchIsOver = ({ promises }: IssueAnswer): boolean =>
  !promises.some(({ kind, state }) => kind === 'watch' && (state === 'open' || state === 'broken'))
