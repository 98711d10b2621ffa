import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { faultOf, post, type Reply, readDesk } from '../sign-in/ask.ts'
import { Gate } from '../sign-in/gate.tsx'
import { type Answers, faultsOf, type Question } from './check.ts'
import { words } from './words.ts'

const zones: readonly string[] = Intl.supportedValuesOf('timeZone')

/** The first page of an empty desk: whose it is, and who its first admin is. */
export default function SetupPage() {
  const [answers, setAnswers] = useState<Answers>({
    company: '',
    inbox: '',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    name: '',
    email: '',
    password: '',
  })
  const [faults, setFaults] = useState<Partial<Record<Question, string>>>({})
  const [failed, setFailed] = useState<Reply | null>(null)
  const [busy, setBusy] = useState(false)
  const [needed, setNeeded] = useState(true)
  const form = useRef<HTMLFormElement>(null)
  const zoneList = useId()

  useEffect(() => {
    void readDesk().then(desk => setNeeded(desk?.needsSetup ?? true))
  }, [])

  const change = (field: Question) => (value: string) => {
    setAnswers(before => ({ ...before, [field]: value }))
    setFaults(({ [field]: _gone, ...others }) => others)
  }
  const show = (found: Partial<Record<Question, string>>): void => {
    setFaults(found)
    // After the faults are drawn, the first of them is where one goes on writing.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const found = faultsOf(answers, zones)
    if (Object.keys(found).length > 0) return show(found)
    setBusy(true)
    setFailed(null)
    const reply = await post('/setup', answers)
    if ('done' in reply) return location.assign('/desk')
    setBusy(false)
    setFailed(reply)
    if ('refused' in reply) show(byField(reply.refused.errors))
  }
  const field = (name: Question) => ({
    label: words[name],
    value: answers[name],
    change: change(name),
    fault: faults[name],
  })

  if (!needed)
    return (
      <Gate title={words.done.title}>
        <p>
          <a href="/sign-in">{words.done.sign}</a>
        </p>
      </Gate>
    )
  return (
    <Gate title={words.title} lead={words.lead}>
      <form ref={form} noValidate onSubmit={event => void send(event)}>
        <fieldset>
          <legend>{words.desk}</legend>
          <Field {...field('company')} hint={words.companyHint} autoComplete="organization" />
          <Field {...field('inbox')} hint={words.inboxHint} type="email" autoComplete="off" />
          <Field {...field('zone')} hint={words.zoneHint} autoComplete="off" list={zoneList} />
          <datalist id={zoneList}>
            {zones.map(zone => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </fieldset>
        <fieldset>
          <legend>{words.you}</legend>
          <Field {...field('name')} hint={words.nameHint} autoComplete="name" />
          <Field {...field('email')} type="email" autoComplete="username" />
          <Field {...field('password')} hint={words.passwordHint} type="password" autoComplete="new-password" />
        </fieldset>
        <Refusal fault={failed && faultOf(failed)} />
        <div className="gate-act">
          <Button type="submit" look="primary" busy={busy}>
            {busy ? words.beginning : words.begin}
          </Button>
        </div>
      </form>
    </Gate>
  )
}

/** The server's faults at their fields. */
function byField(errors: readonly { path: string; message: string }[]): Partial<Record<Question, string>> {
  const known: readonly Question[] = ['company', 'inbox', 'zone', 'name', 'email', 'password']
  const found: Partial<Record<Question, string>> = {}
  for (const { path, message } of errors) {
    const field = known.find(name => path.endsWith(name))
    if (field) found[field] = message
  }
  return found
}
