import type { Mapping } from '../../event.ts'

/** Names that columns have in a system, each as {@link nameKey} writes it, the likeliest first. */
export type KnownSystem = { name: string } & { readonly [role in keyof Mapping]: readonly string[] }

/** A name without what differs from export to export: case, blanks, dashes. `Assignment group` is `assignment_group`. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

const system = (name: string, names: { readonly [role in keyof Mapping]: string }): KnownSystem => {
  const keys = (role: keyof Mapping): string[] => names[role].split(',').map(nameKey).filter(Boolean)
  return {
    name,
    case: keys('case'),
    time: keys('time'),
    person: keys('person'),
    group: keys('group'),
    status: keys('status'),
    activity: keys('activity'),
  }
}

/** What logs look like that come from well-known systems. Of two that fit equally well, the former is meant. */
export const knownSystems: readonly KnownSystem[] = [
  system("Volvo IT's VINST", {
    case: 'SR Number',
    time: 'Change Date+Time',
    person: 'Owner First Name',
    group: 'Involved ST',
    status: 'Status',
    activity: '',
  }),
  system('ServiceNow', {
    case: 'number, incident number, task number, documentkey',
    time: 'sys_updated_at, sys_updated_on, updated',
    person: 'assigned_to',
    group: 'assignment_group',
    status: 'incident_state, state, problem_state, incident state',
    activity: '',
  }),
  system('Jira', {
    case: 'Issue key, Key',
    time: 'Updated, Created, Change date, Transition date',
    person: 'Assignee, Assignee name',
    group: 'Team, Assigned group, Support group, Assignment group',
    status: 'Status, New status, To status',
    activity: '',
  }),
  system('Zendesk', {
    case: 'Ticket ID, Ticket',
    time: 'Updated at, Update time, Ticket updated, Updated, Created at, Timestamp',
    person: 'Assignee, Assignee name, Assignee ID, Ticket assignee',
    group: 'Group, Group name, Assignee group, Ticket group, Group ID',
    status: 'Status, Ticket status',
    activity: 'Event, Event type',
  }),
  system('HP Service Manager', {
    case: 'Incident ID, Interaction ID',
    time: 'DateStamp',
    person: 'Assignee',
    group: 'Assignment Group',
    status: 'Status',
    activity: 'IncidentActivity_Type',
  }),
  system('a process mining tool', {
    case: 'case:concept:name, Case ID, Case, Case key, Trace ID, Ticket ID, Issue ID, Incident ID, Request ID',
    time: 'time:timestamp, Complete timestamp, Timestamp, End timestamp, Event time, Time, Date, Start timestamp',
    person: 'org:resource, Resource, User, Agent, Owner, Assignee, Assigned to, Person',
    group: 'org:group, Group, Team, Workgroup, Assignment group, Support section, Queue, Department, org:role, Role',
    status: 'Status, State, lifecycle:transition, Lifecycle transition, Lifecycle',
    activity: 'concept:name, Activity, Activity name, Event, Action',
  }),
  system('a help desk', {
    case: 'Ticket number, Ticket, Case number, Case, Incident number, Incident, Issue, Request number, Request, Ticket ID',
    time: 'Updated at, Updated, Modified, Last modified, Changed at, Change date, Timestamp, Date, Time, Created at',
    person: 'Assignee, Assigned to, Owner, Agent, Handler, Technician, User',
    group: 'Group, Assigned group, Assignment group, Support group, Team, Queue, Department',
    status: 'Status, State',
    activity: 'Event, Action, Activity',
  }),
]

/** The standard lifecycle of an activity in XES, which says nothing of whether a case is done. */
const lifecycle = new Set(
  'assign ate_abort autoskip complete manualskip pi_abort reassign resume schedule start suspend unknown withdraw'.split(
    ' ',
  ),
)

/** Whether a column that is called the lifecycle says how far a case is: other words than those of the standard. */
export const isStatusOfCase = (values: readonly string[]): boolean =>
  values.some(value => value !== '' && !lifecycle.has(value.toLowerCase()))
