import type { Route } from '../route.ts'
import { absenceRoutes } from './absences.ts'
import { assistLinkRoutes } from './assist-link.ts'
import { assistRoutes } from './assists.ts'
import { cannotFixRoutes } from './cannot-fix.ts'
import { causeRoutes } from './causes.ts'
import { compareRoutes } from './compare.ts'
import { concessionRoutes } from './concessions.ts'
import { conversationRoutes } from './conversation.ts'
import { customerRoutes } from './customers.ts'
import { deskRoutes } from './desk.ts'
import { escalationRoutes } from './escalations.ts'
import { handoffRoutes } from './handoffs.ts'
import { huddleRoutes } from './huddles.ts'
import { issueRoutes } from './issues.ts'
import { kindRoutes } from './kinds.ts'
import { kudosRoutes } from './kudos.ts'
import { lessonRoutes } from './lessons.ts'
import { letterRoutes } from './letters.ts'
import { mailRoutes } from './mail.ts'
import { measureRoutes } from './measures.ts'
import { mergingRoutes } from './merging.ts'
import { noticeRoutes } from './notices.ts'
import { peopleRoutes } from './people.ts'
import { portalRoutes } from './portal.ts'
import { promiseRoutes } from './promises.ts'
import { resolutionRoutes } from './resolution.ts'
import { signInRoutes } from './sign-in.ts'
import { spamRoutes } from './spam.ts'
import { storyRoutes } from './story.ts'
import { streamRoutes } from './stream.ts'
import { superviseRoutes } from './supervise.ts'
import { timeRoutes } from './time.ts'
import { workspaceRoutes } from './workspace.ts'

/** Everything that is served under /api/v1, by subject, in the order in which the docs tell it. */
export const subjects: { subject: string; routes: readonly Route[] }[] = [
  { subject: 'Issues', routes: issueRoutes },
  { subject: 'Conversation', routes: conversationRoutes },
  { subject: 'Story', routes: storyRoutes },
  { subject: 'Promises', routes: promiseRoutes },
  { subject: 'Handoffs', routes: [...handoffRoutes, ...huddleRoutes] },
  { subject: 'Assists', routes: assistRoutes },
  { subject: 'Assists by link', routes: assistLinkRoutes },
  { subject: 'Resolution', routes: [...resolutionRoutes, ...cannotFixRoutes, ...mergingRoutes, ...spamRoutes] },
  { subject: 'Escalations', routes: escalationRoutes },
  { subject: 'Causes', routes: causeRoutes },
  { subject: 'Concessions', routes: concessionRoutes },
  { subject: 'Kinds', routes: kindRoutes },
  { subject: 'Lessons', routes: lessonRoutes },
  { subject: 'Kudos', routes: kudosRoutes },
  { subject: 'Measures', routes: [...measureRoutes, ...compareRoutes, ...letterRoutes] },
  { subject: 'Supervision', routes: superviseRoutes },
  { subject: 'Notices', routes: noticeRoutes },
  { subject: 'People', routes: peopleRoutes },
  { subject: 'Absences', routes: absenceRoutes },
  { subject: 'Workspace', routes: workspaceRoutes },
  { subject: 'Customers', routes: customerRoutes },
  { subject: 'Mail', routes: mailRoutes },
  { subject: 'Live', routes: streamRoutes },
  { subject: 'Time', routes: timeRoutes },
  { subject: 'Sign-in', routes: signInRoutes },
  { subject: 'Desk', routes: deskRoutes },
  { subject: 'Portal', routes: portalRoutes },
]

export const allRoutes: readonly Route[] = subjects.flatMap(({ routes }) => routes)
