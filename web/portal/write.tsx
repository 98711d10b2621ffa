import type { PortalAnswer } from '../../src/contract/answers.ts'
import { firstName } from '../ui/face.tsx'
import { Telling } from './telling.tsx'
import type { Page } from './use-act.ts'
import { words } from './words.ts'

/** Writing to the owner; when it is over, saying that it has happened again (Rule 21). */
export function Write({ issue, page }: { issue: PortalAnswer; page: Page }) {
  const name = firstName(issue.owner.name)
  const over = issue.phase === 'closed'
  return (
    <Telling
      page={page}
      label={over ? words.again : words.write(name)}
      {...(issue.phase === 'proposed' ? {} : { look: 'primary' })}
      question={over ? words.whatAgain : words.yourWords}
      send={words.send(name)}
      done={words.arrived(name)}
      path="/messages"
      body={body => ({ body })}
    />
  )
}
