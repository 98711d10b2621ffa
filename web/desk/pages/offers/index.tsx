import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { HandoffAnswer, OfferAnswer } from '../../../../src/contract/answers.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Face, firstName } from '../../../ui/face.tsx'
import { Time } from '../../../ui/time.tsx'
import { AnswerOffer } from '../../handoff/answer-offer.tsx'
import { BriefCard } from '../../handoff/brief-card.tsx'
import { ReadBack } from '../../handoff/read-back.tsx'
import { Loaded } from '../../loaded.tsx'
import { issue as issueOf, offers } from '../../queries.ts'
import { useTitle } from '../../title.ts'
import './offers.css'
import { words } from './words.ts'

/** Hand-offs that wait for me: to answer, to be introduced, to greet (Rules 7 and 8). */
export default function Offers() {
  useTitle(words.title)
  const asked = useQuery(offers)
  return (
    <div className="page narrow">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Loaded asked={asked}>
        {all =>
          all.length === 0 ? (
            <Empty more={<small>{words.emptyMore}</small>}>{words.empty}</Empty>
          ) : (
            <ul className="offers">
              {inOrder(all).map(offer => (
                <Offer key={`${offer.issue.number} ${offer.handoff.id}`} offer={offer} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

const order: Readonly<Record<string, number>> = { introduced: 0, offered: 1, accepted: 2 }

/** What waits for me first: to greet, then to answer, then what somebody else does next. */
const inOrder = (offers: readonly OfferAnswer[]): OfferAnswer[] =>
  offers.toSorted((a, b) => (order[a.handoff.state] ?? 3) - (order[b.handoff.state] ?? 3))

function Offer({ offer: { issue: row, handoff } }: { offer: OfferAnswer }) {
  const { number, subject, customer } = row
  const whole = useQuery(issueOf(number)).data
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (location.hash === `#${number}`) item.current?.scrollIntoView()
  }, [number])
  return (
    <li className="offer" ref={item} id={String(number)}>
      <p className="crumb">
        #{number} · {customer.name}
        {customer.organization && ` · ${customer.organization}`}
      </p>
      <h2>
        <Link to="/desk/issues/$number" params={{ number: String(number) }} search={{}}>
          {subject}
        </Link>
      </h2>
      <Stands handoff={handoff} name={firstName(customer.name)} number={number} />
      <BriefCard brief={handoff.brief} customer={customer.name} promises={whole?.promises ?? []} />
      {handoff.state === 'offered'
        ? whole && <AnswerOffer issue={whole} handoff={handoff} />
        : whole && <ReadBack handoff={handoff} promises={whole.promises} />}
    </li>
  )
}

/** How far it is, and until when. */
function Stands({ handoff, name, number }: { handoff: HandoffAnswer; name: string; number: number }) {
  const { giver, to, state, limit } = handoff
  const first = firstName(giver.name)
  const says =
    state === 'introduced'
      ? words.introduced(first, name)
      : state === 'accepted'
        ? words.accepted(first, name)
        : words.offered(giver.name, 'team' in to ? to.team.name : null)
  return (
    <div className="offer-stands">
      <Face name={giver.name} hue={giver.hue} />
      <p>
        {says}
        {limit && (
          <small>
            {state === 'offered' ? words.limit : words.acceptedLimit} <Time at={limit} both />
          </small>
        )}
      </p>
      {state === 'introduced' && (
        <Link
          className="button primary"
          to="/desk/issues/$number"
          params={{ number: String(number) }}
          search={{ write: 'customer' }}
        >
          {words.greet(name)}
        </Link>
      )}
    </div>
  )
}
