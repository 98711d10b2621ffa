import { randomBytes } from 'node:crypto'
import type { Role } from '../core/context.ts'
import { addMember, createKey, findMember, type NewMember } from '../desk/people.ts'
import { createAccount } from '../people/sign-in/accounts.ts'
import { type Command, CommandFault, parse, WrongUse } from './command.ts'
import { onDesk, workspace } from './on-desk.ts'

const roles: readonly Role[] = ['agent', 'supervisor', 'admin', 'colleague']

export const addMemberCommand: Command = {
  words: 'member add',
  usage: 'EMAIL --name NAME [--role agent|supervisor|admin|colleague] [--team TEAM …] [--supervises TEAM …]',
  does: 'Gives somebody a place at the desk, with a password that is shown once. A team that does not exist yet is founded.',
  async run(typed, output) {
    const { values, first } = parse(
      typed,
      {
        name: { type: 'string' },
        role: { type: 'string', default: 'agent' },
        team: { type: 'string', multiple: true, default: [] },
        supervises: { type: 'string', multiple: true, default: [] },
      },
      1,
    )
    const member = {
      email: emailOf(first),
      name: nameOf(values.name),
      role: roleOf(values.role),
      teams: values.team,
      supervises: values.supervises,
    }
    const password = randomBytes(15).toString('base64url')
    const id = await onDesk(output, async database => {
      const desk = { database, workspace }
      const added = await addMember(desk, member)
      if (added !== null) await createAccount(desk, added, password)
      return added
    })
    if (id === null)
      throw new CommandFault(`${member.email} belongs to a member already. Each member has an address of their own.`)
    output.report(
      { member: id, ...member, password },
      `${member.name} is at the desk now: ${member.email}, ${placeOf(member)}.\n\nThey sign in with the password ${password}\nThis is the only time that it is shown.`,
    )
    return 0
  },
}

export const createKeyCommand: Command = {
  words: 'key create',
  usage: 'EMAIL',
  does: 'Makes an API key that acts as this member. It is shown once and kept nowhere.',
  async run(typed, output) {
    const { first } = parse(typed, {}, 1)
    const email = emailOf(first)
    const key = await onDesk(output, async database => {
      const member = await findMember({ database, workspace }, email)
      if (!member) throw new CommandFault(`Nobody at this desk has the address ${email}. "baton member add" adds them.`)
      if (!member.active)
        throw new CommandFault(`${member.name} does not work here any more, so a key of theirs would open nothing.`)
      return createKey({ database, workspace }, member.id)
    })
    output.report(
      { key, email },
      `${key}\n\nThis is the only time that it is shown. Send it as "Authorization: Bearer …".`,
    )
    return 0
  },
}

function emailOf(text: string): string {
  if (/^[^\s@<>]{1,64}@[^\s@<>]{1,255}$/.test(text)) return text.toLowerCase()
  throw new WrongUse(`"${text}" is no e-mail address.`)
}

function nameOf(text: string | undefined): string {
  const name = text?.trim()
  if (name) return name
  throw new WrongUse('Say what they are called, with --name "Maya Lindqvist".')
}

function roleOf(text: string): Role {
  const role = roles.find(one => one === text)
  if (role) return role
  throw new WrongUse(`"${text}" is no role. There are ${roles.join(', ')}.`)
}

function placeOf({ role, teams = [], supervises = [] }: NewMember): string {
  const works = teams.length > 0 ? ` in ${teams.join(' and ')}` : ''
  const leads = supervises.length > 0 ? `, supervising ${supervises.join(' and ')}` : ''
  return `${role}${works}${leads}`
}
