import { Link } from '@tanstack/react-router'
import { Empty } from '../ui/empty.tsx'
import { words } from './shell/words.ts'

export const NoSuchPage = () => (
  <main className="page">
    <Empty
      more={
        <Link className="button" to="/desk">
          {words.toMine}
        </Link>
      }
    >
      {words.noSuchPage}
    </Empty>
  </main>
)
