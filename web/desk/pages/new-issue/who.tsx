import { Link } from '@tanstack/react-router'
import type { CustomerAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Face, firstName } from '../../../ui/face.tsx'
import { Field } from '../../../ui/field.tsx'
import { Finder } from '../../customer/finder.tsx'
import { useMe } from '../../me.ts'
import type { Draft } from './draft.ts'
import { words } from './words.ts'

type WhoProps = { draft: Draft; change: (changes: Partial<Draft>) => void }

/** Who calls: found by two letters, or new by name and addresses. */
export function Who({ draft, change }: WhoProps) {
  if (draft.customer) return <Known customer={draft.customer} other={() => change({ customer: null })} />
  return (
    <>
      <Finder
        label={words.customer}
        text={draft.name}
        change={name => change({ name })}
        choose={customer => change({ customer, name: customer.name })}
        takesOther
      />
      {draft.name.trim().length > 1 && (
        <div className="new-customer">
          <p className="hint">{words.isNew(draft.name.trim())}</p>
          <Field
            label={words.phone}
            type="tel"
            value={draft.phone}
            placeholder={words.optional}
            autoComplete="off"
            change={phone => change({ phone })}
          />
          <Field
            label={words.email}
            type="email"
            value={draft.email}
            placeholder={words.optional}
            autoComplete="off"
            change={email => change({ email })}
          />
          <Field
            label={words.organization}
            value={draft.organization}
            placeholder={words.optional}
            autoComplete="off"
            change={organization => change({ organization })}
          />
        </div>
      )}
    </>
  )
}

/** Somebody whom the desk knows; what is open already comes first, so that a contact lands with its owner (Rule 3). */
function Known({ customer, other }: { customer: CustomerAnswer; other: () => void }) {
  const me = useMe().member.id
  return (
    <div className="known-customer">
      <div className="known-who">
        <Face name={customer.name} />
        <p>
          <Link to="/desk/customers/$id" params={{ id: customer.id }}>
            <strong>{customer.name}</strong>
          </Link>
          <small>{[customer.organization, ...customer.phones, ...customer.emails].filter(Boolean).join(' · ')}</small>
        </p>
        <Button look="quiet" onClick={other}>
          {words.other}
        </Button>
      </div>
      {customer.open.length > 0 && (
        <div className="known-open">
          <p>{words.openAlready(firstName(customer.name))}</p>
          <ul>
            {customer.open.map(({ number, subject, owner }) => (
              <li key={number}>
                <span>
                  <span className="theirs">{subject}</span>{' '}
                  <small>
                    #{number}, {owner.id === me ? words.yours : words.ownerOf(owner.name)}
                  </small>
                </span>
                <Link
                  className="button"
                  to="/desk/issues/$number"
                  params={{ number: String(number) }}
                  search={{ write: 'call' }}
                >
                  {words.logThere}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
