import { useMe } from '../../me.ts'
import { useTitle } from '../../title.ts'
import './away.css'
import { Absences } from './absences.tsx'
import { Covering } from './covering.tsx'
import { Go } from './go.tsx'
import { words } from './words.ts'

/** Going away, and looking after what is of others who do (Rule 15). */
export default function Away() {
  useTitle(words.title)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Go />
      <Absences of={useMe().member.id} title={words.mine} none={words.none} />
      <Covering />
    </div>
  )
}
