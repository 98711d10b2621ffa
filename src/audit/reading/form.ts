/** What takes the rows of a log. Values are in the order in which they were asked for, undefined where there is none. */
export type Rows = {
  row(values: readonly (string | undefined)[], line: number): void
  damaged(line: number, reason: string, detail?: string): void
}

/** A log as text, that is taken apart into rows. */
export type LogText = {
  write(text: string): void
  /** Answers what was odd: sentences for people. */
  end(): string[]
}

/** What a log is written in: CSV or XES. */
export type LogForm = {
  /** Its rows, and its columns, as they are called in a sentence. */
  called: { rows: 'rows' | 'events'; columns: 'columns' | 'attributes' }
  /** What was guessed: sentences for people. */
  said: readonly string[]
  /** The columns that have shown so far. */
  names(): readonly string[]
  /** Begins to read from the beginning. `wanted`: columns by their names; null: all, in the order of {@link names}. */
  open(wanted: readonly string[] | null, rows: Rows): LogText
}
