import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { IssueRow } from '../../../src/contract/answers.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../loaded.tsx'
import { type Filter, list } from '../queries.ts'
import { words } from './words.ts'

type ListedProps = {
  filter: Filter
  empty: ReactNode
  children: (rows: IssueRow[], more: boolean) => ReactNode
}

/** All pages of a list that have been asked for, and a way to the next. */
export function Listed({ filter, empty, children }: ListedProps) {
  const asked = useInfiniteQuery(list(filter))
  const { hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = asked
  return (
    <Loaded asked={asked}>
      {({ pages }) => {
        const rows = pages.flatMap(page => page.items)
        return (
          <div aria-busy={isPlaceholderData}>
            {rows.length === 0 ? empty : children(rows, hasNextPage)}
            {hasNextPage && (
              <p className="rows-more">
                <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {words.more}
                </Button>
              </p>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}
