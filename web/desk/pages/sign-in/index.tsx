import { type FormEvent, useEffect, useState } from 'react'
import type { DeskAnswer } from '../../../../src/contract/answers.ts'
import { Button } from '../../../ui/button.tsx'
import { Face } from '../../../ui/face.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { faultOf, post, type Reply, readDesk } from './ask.ts'
import { Gate } from './gate.tsx'
import { destination, exampleMail, roleOf, words } from './words.ts'

/** Signing in: with address and password, or on a demo desk with one click as one of its people. */
export default function SignInPage() {
  const [desk, setDesk] = useState<DeskAnswer | null | 'waiting'>('waiting')
  const [failed, setFailed] = useState<Reply | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    void readDesk().then(answer => {
      if (answer?.needsSetup) location.replace('/setup')
      else setDesk(answer)
    })
  }, [])

  const signIn = async (path: string, body: object): Promise<void> => {
    setBusy(true)
    setFailed(null)
    const reply = await post(path, body)
    if ('done' in reply) return location.assign(destination(location.search))
    setBusy(false)
    setFailed(reply)
  }

  if (desk === 'waiting') return null
  const people = desk?.people ?? []
  return (
    <Gate title={words.title(desk?.company ?? 'Baton')}>
      <Refusal fault={desk === null ? faultOf({ offline: true }) : null} />
      {people.length > 0 && (
        <People people={people} busy={busy} choose={id => void signIn('/demo/sign-in', { member: id })} />
      )}
      <PasswordForm
        heading={people.length > 0 ? words.orPassword : null}
        busy={busy}
        failed={failed}
        submit={(email, password) => void signIn('/sign-in', { email, password })}
      />
      {desk?.demo && <MailNote inbox={desk.inbox} />}
    </Gate>
  )
}

function People({
  people,
  busy,
  choose,
}: {
  people: DeskAnswer['people']
  busy: boolean
  choose: (id: string) => void
}) {
  return (
    <section>
      <h2>{words.demo}</h2>
      <ul className="gate-people">
        {people.map(({ id, name, hue, role, teams }) => (
          <li key={id}>
            <button type="button" disabled={busy} onClick={() => choose(id)}>
              <Face name={name} hue={hue} />
              <span>
                <strong>{name}</strong>
                <small>{roleOf({ role, teams })}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

type PasswordFormProps = {
  heading: string | null
  busy: boolean
  failed: Reply | null
  submit: (email: string, password: string) => void
}

function PasswordForm({ heading, busy, failed, submit }: PasswordFormProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    submit(email.trim(), password)
  }
  return (
    <section>
      {heading && <h2>{heading}</h2>}
      <form onSubmit={send}>
        <Field label={words.address} type="email" autoComplete="username" value={email} change={setEmail} />
        <Field
          label={words.password}
          type="password"
          autoComplete="current-password"
          value={password}
          change={setPassword}
        />
        <Refusal fault={failed && faultOf(failed)} />
        <div className="gate-act">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? words.signingIn : words.signIn}
          </Button>
        </div>
      </form>
    </section>
  )
}

function MailNote({ inbox }: { inbox: string }) {
  return (
    <section className="gate-note">
      <h2>{words.mailTitle}</h2>
      <p>{words.mailOut}</p>
      <p>{words.mailIn(inbox)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0}>{exampleMail(inbox)}</pre>
    </section>
  )
}
