import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { words } from './words.ts'

/** Days on the calendar of the workspace, "2026-11-26", both included; empty: as far as it goes. */
export type Span = { from: string; to: string }

export const isSpan = ({ from, to }: Span): boolean => from === '' || to === '' || from <= to

export const asQuery = (span: Span): string =>
  new URLSearchParams(Object.entries(span).filter(([, day]) => day !== '')).toString()

/** Which issues of this desk are compared. */
export const SpanFields = ({ span, change }: { span: Span; change: (span: Span) => void }) => (
  <fieldset className="compare-span">
    <legend>{words.chosen.span}</legend>
    <Field label={words.chosen.from} type="date" value={span.from} change={from => change({ ...span, from })} />
    <Field label={words.chosen.to} type="date" value={span.to} change={to => change({ ...span, to })} />
    <p className="hint">{words.chosen.spanHint}</p>
    <Refusal fault={isSpan(span) ? null : words.chosen.wrongSpan} />
  </fieldset>
)
