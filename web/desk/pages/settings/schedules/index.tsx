import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Loaded } from '../../../loaded.tsx'
import { useMe } from '../../../me.ts'
import { schedules } from '../../../queries.ts'
import { ScheduleForm } from './form.tsx'
import { Schedule } from './schedule.tsx'
import './schedules.css'
import { words } from './words.ts'

/** Who is on call, schedule by schedule; admins set them up, supervisors give turns to others (Rule 24). */
export function ScheduleSettings() {
  const [adds, setAdds] = useState(false)
  const { role } = useMe().member
  return (
    <Loaded asked={useQuery(schedules)}>
      {all => (
        <>
          {all.length === 0 && !adds && <Empty more={<small>{words.noneMore}</small>}>{words.none}</Empty>}
          {all.map(schedule => (
            <Schedule key={schedule.id} schedule={schedule} role={role} />
          ))}
          {role === 'admin' && (
            <section className="schedule">
              {adds ? (
                <ScheduleForm schedule={null} over={() => setAdds(false)} />
              ) : (
                <Button onClick={() => setAdds(true)}>{words.add}</Button>
              )}
            </section>
          )}
        </>
      )}
    </Loaded>
  )
}
