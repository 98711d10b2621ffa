import type { CustomerAnswer, CustomerRecord } from '../../../../src/contract/answers.ts'

/** An issue that is being opened. `customer` null: somebody new, by the name and addresses below it. */
export type Draft = {
  customer: CustomerAnswer | null
  name: string
  email: string
  phone: string
  organization: string
  subject: string
  story: string
  facts: { key: string; value: string }[]
  next: string
  what: string
}

export const emptyDraft: Draft = {
  customer: null,
  name: '',
  email: '',
  phone: '',
  organization: '',
  subject: '',
  story: '',
  facts: [],
  next: '',
  what: '',
}

/** As the API takes it. */
export type Opening = {
  customer: { id: string } | { name: string; email?: string; phone?: string; organization?: string }
  subject: string
  story: string
  channel: 'phone'
  facts: { key: string; value: string; how: null }[]
  promise: { what: string | null; due: string } | null
}

/** What is sent; null while something that must be said is missing. */
export function openingOf(draft: Draft, due: string | null): Opening | null {
  const { customer, subject, story, facts, what } = draft
  const name = draft.name.trim()
  if ((!customer && !name) || !subject.trim() || !story.trim()) return null
  return {
    customer: customer
      ? { id: customer.id }
      : { name, ...filled({ email: draft.email, phone: draft.phone, organization: draft.organization }) },
    subject: subject.trim(),
    story: story.trim(),
    channel: 'phone',
    facts: facts.flatMap(({ key, value }) =>
      key.trim() && value.trim() ? [{ key: key.trim(), value: value.trim(), how: null }] : [],
    ),
    promise: due === null ? null : { what: what.trim() || null, due },
  }
}

/** A record as the finder would have found it. */
export const asFound = ({ id, name, organization, addresses, open }: CustomerRecord): CustomerAnswer => ({
  id,
  name,
  organization,
  emails: addresses.filter(({ kind }) => kind === 'email').map(({ address }) => address),
  phones: addresses.filter(({ kind }) => kind === 'phone').map(({ address }) => address),
  open: open.map(({ number, subject, owner }) => ({ number, subject, owner })),
})

const filled = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value.trim() ? [[key, value.trim()]] : [])))
