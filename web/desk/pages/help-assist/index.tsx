import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { AssistPage } from '../../assist/assist-page.tsx'
import { Loaded } from '../../loaded.tsx'
import { assist } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import { ThankWho } from '../help/thank-who.tsx'
import { words } from '../help/words.ts'

/** One assist, for whom it is asked of, signed in (Rule 16). */
export default function HelpAssist() {
  const { number, id } = useParams({ from: '/shell/help/assists/$number/$id' })
  const asked = useQuery(assist(Number(number), Number(id)))
  useTitle(asked.data ? words.forWhom(asked.data.for.name) : words.title)
  return (
    <Loaded asked={asked}>
      {view => (
        <AssistPage
          view={view}
          path={`/issues/${number}/assists/${id}`}
          files={`/assists/${number}/${id}/files`}
          above={
            <p className="crumb">
              <Link to="/help">{words.title}</Link> · #{number} {view.subject}
            </p>
          }
          below={
            <div className="help-beside">
              <ThankWho number={view.number} whom={view.owner} customer={view.for.name} />
              <Link className="button quiet" to="/desk/lessons/new" search={{ issue: view.number }}>
                {words.propose}
              </Link>
            </div>
          }
        />
      )}
    </Loaded>
  )
}
