/** One event of another system's log. */
export type LogEvent = {
  case: string
  /** Epoch milliseconds. */
  at: number
  /** Here and below: null where the log says nothing (an empty cell, or `?`). */
  person: string | null
  group: string | null
  status: string | null
  activity: string | null
  /** Where it begins in the file, from 1; in XES too. */
  line: number
  /** What was asked for by {@link ReadOptions.extra}, under the same names. */
  extra?: Readonly<Record<string, string | null>>
}

/** Which column of a CSV, or which attribute of a trace or event in XES, is what. null: not in this log. */
export type Mapping = {
  case: string
  time: string
  person: string | null
  group: string | null
  status: string | null
  activity: string | null
}

export type ReadOptions = {
  /** What the user said. What they did not say is guessed where the log looks like that of a known system. */
  map: Readonly<Partial<Mapping>>
  /** Further columns to bring along with each event, by the name under which they are wanted. */
  extra?: Readonly<Record<string, string>>
  /** How times are written, in Unicode tokens: `d/M/yyyy H:mm`. null: guessed. */
  timeFormat: string | null
  /** Where local times were written down, an IANA name. null: UTC, which is said when a local time was seen. */
  zone: string | null
  /** Goes on although more than a twentieth of the rows is damaged. */
  keepGoing: boolean
  /** How far it is: bytes of the file as it lies on disk. */
  onProgress?: (done: number, total: number) => void
  /** Stops reading: {@link readLog} then rejects with the signal's reason. */
  signal?: AbortSignal
}

/** What the reader of a file is told at its end. */
export type Reading = {
  /** Rows of a CSV, or events of XES, good and bad. */
  rows: number
  rejected: Rejected
  /** What was guessed (format, charset, delimiter, columns, times, zone): a sentence for people each. */
  said: readonly string[]
  /** As it was used. */
  columns: Mapping
}

export type Rejected = {
  rows: number
  /** How many rows each reason cost. */
  reasons: Readonly<Record<string, number>>
  /** The first ten. */
  first: readonly { line: number; reason: string }[]
}

/** Why a log can't be read, and what to do about it: a sentence for the person who asked for it. */
export class ReadingFault extends Error {
  override name = 'ReadingFault'
}
