import { Link, useParams } from '@tanstack/react-router'
import { Empty } from '../../../ui/empty.tsx'
import { useMe } from '../../me.ts'
import { usePathName } from '../../path.ts'
import { useTitle } from '../../title.ts'
import { LearningSettings } from './learning/index.tsx'
import { LimitSettings } from './limits/index.tsx'
import { PathSettings } from './path/index.tsx'
import { PolicySettings } from './policies/index.tsx'
import { ScheduleSettings } from './schedules/index.tsx'
import { type Section, sectionOf, sectionsFor } from './sections.ts'
import './settings.css'
import { words } from './words.ts'
import { WorkspaceSettings } from './workspace/index.tsx'

const pages: Record<Section, () => React.ReactNode> = {
  path: PathSettings,
  schedules: ScheduleSettings,
  limits: LimitSettings,
  workspace: WorkspaceSettings,
  policies: PolicySettings,
  learning: LearningSettings,
}

/** What the workspace decides for itself, a section at a time, each with its own address. */
export default function Settings() {
  const { section: named } = useParams({ strict: false })
  const { member } = useMe()
  const path = usePathName()
  const mine = sectionsFor(member)
  const section = sectionOf(named)
  useTitle(section ? words.names[section](path) : words.title)
  return (
    <div className={named === undefined ? 'page settings whole' : 'page settings'}>
      <Sections sections={mine} path={path} />
      <div className="settings-section">
        {named === undefined ? (
          <Overview sections={mine} path={path} />
        ) : section === null ? (
          <Empty>{words.noSuch}</Empty>
        ) : mine.includes(section) ? (
          <One section={section} path={path} />
        ) : (
          <Empty more={<small>{words.onlyAdminsMore}</small>}>{words.onlyAdmins}</Empty>
        )}
      </div>
    </div>
  )
}

type SectionsProps = { sections: readonly Section[]; path: string }

const Sections = ({ sections, path }: SectionsProps) => (
  <nav className="settings-nav" aria-label={words.sections}>
    <Link to="/desk/settings" activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
      {words.title}
    </Link>
    {sections.map(section => (
      <Link key={section} to="/desk/settings/$section" params={{ section }} activeProps={{ 'aria-current': 'page' }}>
        {words.names[section](path)}
      </Link>
    ))}
  </nav>
)

const Overview = ({ sections, path }: SectionsProps) => (
  <>
    <h1>{words.title}</h1>
    <p className="lead">{words.lead}</p>
    <ul className="settings-list">
      {sections.map(section => (
        <li key={section}>
          <Link to="/desk/settings/$section" params={{ section }}>
            {words.names[section](path)}
          </Link>
          <p>{words.about[section]}</p>
        </li>
      ))}
    </ul>
  </>
)

function One({ section, path }: { section: Section; path: string }) {
  const Page = pages[section]
  return (
    <>
      <h1>{words.names[section](path)}</h1>
      <p className="lead">{words.about[section]}</p>
      <Page />
    </>
  )
}
