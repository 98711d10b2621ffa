import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { InboundAnswer, Page } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { Time } from '../../../ui/time.tsx'
import { get } from '../../api.ts'
import { useCommand } from '../../use-command.ts'
import { ListEnd, Mailbox, MailEntry } from '../outbox/mailbox.tsx'
import { useHash } from '../outbox/use-hash.ts'
import './mail.css'
import { fateOf, filters, type InboundState, mayRetry, sizeOf } from './sentences.ts'
import { readSource } from './source.ts'
import { words } from './words.ts'

/** Mail as it came and what became of it; what nobody could place is read again from here. */
export default function MailPage() {
  const chosen = useHash()
  const [state, setState] = useState<InboundState | 'all'>('kept')
  const list = useInfiniteQuery({
    queryKey: ['mail', state],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: '50' })
      if (state !== 'all') asked.set('state', state)
      if (pageParam) asked.set('cursor', pageParam)
      return get<Page<InboundAnswer>>(`/mail?${asked}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 10_000,
  })
  const mails = list.data?.pages.flatMap(page => page.items) ?? []
  const [again, readAgain] = useState<InboundAnswer | null>(null)
  const open = useFate(again?.id === chosen ? again : null) ?? mails.find(mail => mail.id === chosen)

  return (
    <Mailbox
      title={words.title}
      lead={words.lead}
      above={<Filter state={state} choose={setState} />}
      list={
        <>
          <ul>
            {mails.map(mail => (
              <MailEntry
                key={mail.id}
                id={mail.id}
                open={mail.id === chosen}
                who={mail.from || words.nobody}
                subject={mail.subject ?? ''}
                when={<Time at={mail.receivedAt} />}
                said={fateOf(mail)}
              />
            ))}
          </ul>
          <ListEnd
            busy={list.isPending}
            error={list.error?.message ?? null}
            empty={mails.length > 0 ? null : state === 'kept' ? words.noneKept : words.empty(state === 'all')}
            older={list.hasNextPage ? () => void list.fetchNextPage() : null}
          />
        </>
      }
      open={open ? { key: open.id, page: <Mail mail={open} key={open.id} changed={readAgain} /> } : null}
    />
  )
}

/** A mail that was read again has left its list: until it has found its place it is looked for among all. */
function useFate(mail: InboundAnswer | null): InboundAnswer | null {
  const fate = useQuery({
    queryKey: ['mail', 'again', mail?.id],
    queryFn: async ({ signal }) => {
      const { items } = await get<Page<InboundAnswer>>('/mail?limit=200', signal)
      return items.find(other => other.id === mail?.id) ?? null
    },
    enabled: mail !== null,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'waiting' ? false : 1500),
  })
  return mail && (fate.data ?? mail)
}

function Filter({ state, choose }: { state: InboundState | 'all'; choose: (state: InboundState | 'all') => void }) {
  return (
    <fieldset className="mail-filter">
      <legend>{words.filter}</legend>
      {filters.map(filter => (
        <label key={filter.state}>
          <input
            type="radio"
            name="state"
            value={filter.state}
            checked={filter.state === state}
            onChange={() => choose(filter.state)}
          />
          {filter.label}
        </label>
      ))}
    </fieldset>
  )
}

/** One mail: its headers that matter, what became of it and why, and its source. */
function Mail({ mail, changed }: { mail: InboundAnswer; changed: (mail: InboundAnswer) => void }) {
  const [isRead, setRead] = useState(false)
  const retry = useCommand<object, InboundAnswer>(`/mail/${mail.id}/retry`, {
    done: read => {
      setRead(true)
      changed(read)
    },
  })
  return (
    <article className="letter">
      <h2>{mail.subject || words.noSubject}</h2>
      <dl>
        <dt>{words.from}</dt>
        <dd>{mail.from || words.nobody}</dd>
        <dt>{words.to}</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>{words.came}</dt>
        <dd>
          <Time at={mail.receivedAt} /> {words.via[mail.via]}, {sizeOf(mail.size)}
        </dd>
      </dl>
      <p className="mail-fate">{fateOf(mail)}</p>
      <div className="mail-acts">
        {mayRetry(mail) && (
          <Button look="primary" busy={retry.isSending} onClick={() => retry.send({})}>
            {retry.isSending ? words.retrying : words.retry}
          </Button>
        )}
        {mail.issue !== null && (
          <Link className="button" to="/desk/issues/$number" params={{ number: String(mail.issue) }}>
            {words.openIssue(mail.issue)}
          </Link>
        )}
      </div>
      <Refusal fault={retry.fault} />
      <p role="status">{isRead && (mail.state === 'waiting' ? words.retried : words.readAgain)}</p>
      <Source id={mail.id} />
    </article>
  )
}

function Source({ id }: { id: string }) {
  const [shown, show] = useState(false)
  const source = useQuery({
    queryKey: ['mail', id, 'source'],
    queryFn: ({ signal }) => readSource(id, signal),
    enabled: shown,
    staleTime: Infinity,
  })
  return (
    <details className="mail-source" onToggle={event => show(event.currentTarget.open)}>
      <summary>{words.showSource}</summary>
      {source.error && <p role="alert">{source.error.message}</p>}
      {source.data && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section tabIndex={0} aria-label={words.source}>
            <pre>{source.data.text}</pre>
          </section>
          <p>
            {!source.data.whole && `${words.notWhole} `}
            <a href={`/api/v1/mail/${id}/raw`} target="_blank" rel="noreferrer">
              {words.openSource}
            </a>
          </p>
        </>
      )}
    </details>
  )
}
