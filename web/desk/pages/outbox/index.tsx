import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OutboundAnswer, Page } from '../../../../src/contract/answers.ts'
import { Time } from '../../../ui/time.tsx'
import { get } from '../../api.ts'
import { useMe } from '../../me.ts'
import { linked } from './linked.ts'
import { ListEnd, Mailbox, MailEntry } from './mailbox.tsx'
import { addressOf, failed, wayOf, writerOf } from './sentences.ts'
import { useHash } from './use-hash.ts'
import { words } from './words.ts'

/** The outbox: mail of the desk as its reader gets it; with no mail server this is where it stays. */
export default function OutboxPage() {
  const chosen = useHash()
  const { workspace } = useMe()
  const list = useInfiniteQuery({
    queryKey: ['outbox'],
    queryFn: ({ pageParam, signal }) =>
      get<Page<OutboundAnswer>>(`/outbox?limit=50${pageParam ? `&cursor=${pageParam}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    refetchInterval: 15_000,
  })
  const mails = list.data?.pages.flatMap(page => page.items) ?? []
  const inList = mails.find(mail => mail.id === chosen)
  const elsewhere = useQuery({
    queryKey: ['outbox', chosen],
    queryFn: ({ signal }) => get<OutboundAnswer>(`/outbox/${chosen}`, signal),
    enabled: chosen !== '' && !inList && !list.isPending,
  })
  const open = inList ?? elsewhere.data

  return (
    <Mailbox
      title={words.title}
      lead={workspace.mail === 'smtp' ? words.smtp : words.local}
      list={
        <>
          <ul>
            {mails.map(mail => (
              <MailEntry
                key={mail.id}
                id={mail.id}
                open={mail.id === chosen}
                who={readerOf(mail.to)}
                subject={mail.subject}
                when={<Time at={mail.createdAt} />}
                said={mail.state === 'local' || mail.state === 'sent' ? writerOf(mail) : wayOf(mail)}
                failed={failed(mail)}
              />
            ))}
          </ul>
          <ListEnd
            busy={list.isPending}
            error={list.error?.message ?? null}
            empty={mails.length === 0 ? words.empty : null}
            older={list.hasNextPage ? () => void list.fetchNextPage() : null}
          />
        </>
      }
      open={open ? { key: open.id, page: <Letter mail={open} /> } : null}
    />
  )
}

function readerOf(to: string): string {
  const { name, address } = addressOf(to)
  return name ?? address
}

function Address({ text }: { text: string }) {
  const { name, address } = addressOf(text)
  return name ? (
    <>
      <strong>{name}</strong> {address}
    </>
  ) : (
    address
  )
}

/** One mail, as it would look to who gets it. */
function Letter({ mail }: { mail: OutboundAnswer }) {
  return (
    <article className="letter">
      <h2>{mail.subject || words.noSubject}</h2>
      <dl>
        <dt>{words.from}</dt>
        <dd>
          <Address text={mail.from} />
        </dd>
        <dt>{words.to}</dt>
        <dd>
          <Address text={mail.to} />
        </dd>
        <dt>{words.date}</dt>
        <dd>
          <Time at={mail.createdAt} />. {writerOf(mail)}.
        </dd>
        {mail.issue !== null && (
          <>
            <dt>{words.about}</dt>
            <dd>
              <Link to="/desk/issues/$number" params={{ number: String(mail.issue) }}>
                {words.issue(mail.issue)}
              </Link>
            </dd>
          </>
        )}
        <dt>{words.sent}</dt>
        <dd className={failed(mail) ? 'failed' : ''}>
          {wayOf(mail)} {mail.sentAt && <Time at={mail.sentAt} />}
        </dd>
      </dl>
      <p className="letter-body">
        {linked(mail.body).map(({ text, href }, n) =>
          href ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text have no other name than their place.
            <a key={n} href={href} target="_blank" rel="noreferrer">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
    </article>
  )
}
