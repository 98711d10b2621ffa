import type { PromiseAnswer } from '../../src/contract/answers.ts'
import { words } from './words.ts'
import './marks.css'

type PromiseState = PromiseAnswer['state']

/** What became of a promise, by shape and colour: filled is kept, hollow and dashed runs, hollow and red is owed. */
export const PromiseShape = ({ state, soon = false }: { state: PromiseState; soon?: boolean }) => (
  <svg
    className={`promise-shape ${state}${soon ? ' soon' : ''}`}
    width="12"
    height="12"
    viewBox="0 0 12 12"
    aria-hidden="true"
  >
    <circle cx="6" cy="6" r="4.5" />
    {state === 'moved' && <path d="M3.6 6h4.6M6.4 4 8.4 6 6.4 8" />}
    {state === 'made_good' && <path d="m3.8 6.2 1.6 1.7L8.4 4.4" />}
  </svg>
)

/** The same with its words. */
export const PromiseMark = ({ state, soon, text }: { state: PromiseState; soon?: boolean; text?: string }) => (
  <span className={`promise-mark ${state}${soon ? ' soon' : ''}`}>
    <PromiseShape state={state} soon={soon ?? false} />
    <span>{text ?? words.promise[state]}</span>
  </span>
)

/** The escalation's light, by the name of the workspace's path. */
export const Lamp = ({ answered, title, children }: { answered: boolean; title?: string; children?: string }) => (
  <span className={answered ? 'lamp answered' : 'lamp'} title={title}>
    {children ?? words.lamp}
  </span>
)
