import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Waiting } from '../ui/empty.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { faultOf } from './api.ts'
import { words } from './words.ts'

type Asked<Data> = Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>

/** What was asked for, once it is there; or that it is on its way; or why not, and a way to try again. */
export function Loaded<Data>({ asked, children }: { asked: Asked<Data>; children: (data: Data) => ReactNode }) {
  if (asked.data !== undefined) return children(asked.data)
  if (!asked.error) return <Waiting says={words.loading} />
  return (
    <div className="stack">
      <Refusal fault={faultOf(asked.error)} />
      <div>
        <Button onClick={() => void asked.refetch()}>{words.again}</Button>
      </div>
    </div>
  )
}
