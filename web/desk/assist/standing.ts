import type { AssistView } from '../../../src/contract/answers.ts'
import { firstName } from '../../ui/face.tsx'
import { words } from './words.ts'

/** How an assist stands, for whoever it was asked of; null while nothing has happened. */
export function standing({ assist, owner, reader, ...view }: AssistView): string | null {
  const [asker, customer] = [firstName(owner.name), firstName(view.for.name)]
  switch (assist.state) {
    case 'asked':
      return null
    case 'accepted':
      return assist.assistant && assist.assistant.id !== reader.id
        ? words.takenBy(firstName(assist.assistant.name))
        : `${words.taken}.`
    case 'introduced':
      return words.introduced(customer)
    case 'declined':
      return words.over.declined
    case 'returned':
      return assist.end?.moved ? words.over.returned(asker, customer) : words.over.notMoved(asker)
    case 'silent':
      return words.over.silent(asker)
    case 'withdrawn':
      return words.over.withdrawn(asker)
  }
}
