import type { IssueAnswer } from '../../../../../src/contract/answers.ts'
import { Choice } from '../../../../ui/field.tsx'
import { words } from './words.ts'

export type By = 'email' | 'phone'

/** How the customer usually hears something: where they can be written to, by mail. */
export const usualWay = ({ customer }: IssueAnswer): By => (customer.email ? 'email' : 'phone')

/** By a message that goes out now, or in a call that was held. */
export const ToldBy = ({ issue, value, change }: { issue: IssueAnswer; value: By; change: (by: By) => void }) =>
  issue.customer.phone && <Choice label={words.told} options={words.toldBy} value={value} change={change} />
