/** What is to happen when, in the order of time; at the same moment, in the order in which it was put down. */
export type Agenda = {
  readonly now: number
  at(ms: number, act: () => void): void
  /** Things that happen one after the other, each at its own time. */
  series<Thing extends { at: number }>(things: readonly Thing[], act: (thing: Thing) => void): void
  /** Lets everything happen until its end. */
  run(): void
}

type Entry = { at: number; order: number; act: () => void }

/** What lies ahead is kept by the hour, and only sorted when its hour has come. */
const hourMs = 3_600_000

/** An agenda from one moment to another; what would come after its end never does. */
export function agendaOf(start: number, end: number): Agenda {
  const ahead: Entry[][] = []
  let heap: Entry[] = []
  let hour = 0
  let now = start
  let order = 0

  function at(ms: number, act: () => void): void {
    if (ms > end) return
    order += 1
    const entry = { at: Math.max(ms, now), order, act }
    const place = Math.floor((entry.at - start) / hourMs)
    if (place <= hour) {
      put(heap, entry)
      return
    }
    const inThatHour = ahead[place]
    if (inThatHour) inThatHour.push(entry)
    else ahead[place] = [entry]
  }

  /** The first entry that is left, in this hour or the next in which there is one. */
  function take(): Entry | undefined {
    while (heap.length === 0 && hour < ahead.length) {
      hour += 1
      // Sorted, it is a heap.
      heap = ahead[hour]?.sort(inOrder) ?? []
      delete ahead[hour]
    }
    return takeFirst(heap)
  }

  return {
    get now() {
      return now
    },
    at,
    series(things, act) {
      const next = (place: number): void => {
        const thing = things[place]
        if (!thing) return
        at(thing.at, () => {
          act(thing)
          next(place + 1)
        })
      }
      next(0)
    },
    run() {
      for (let entry = take(); entry; entry = take()) {
        now = entry.at
        entry.act()
      }
      now = end
    },
  }
}

const inOrder = (one: Entry, other: Entry): number => one.at - other.at || one.order - other.order

function put(heap: Entry[], entry: Entry): void {
  let place = heap.length
  heap.push(entry)
  while (place > 0) {
    const above = (place - 1) >> 1
    const parent = heap[above] as Entry
    if (inOrder(entry, parent) > 0) break
    heap[place] = parent
    place = above
  }
  heap[place] = entry
}

function takeFirst(heap: Entry[]): Entry | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!last || heap.length === 0) return first
  let place = 0
  for (;;) {
    let below = 2 * place + 1
    if (below >= heap.length) break
    if (below + 1 < heap.length && inOrder(heap[below + 1] as Entry, heap[below] as Entry) < 0) below += 1
    const child = heap[below] as Entry
    if (inOrder(child, last) > 0) break
    heap[place] = child
    place = below
  }
  heap[place] = last
  return first
}
