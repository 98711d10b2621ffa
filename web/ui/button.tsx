import type { ButtonHTMLAttributes, Ref } from 'react'
import './button.css'
import { Keys } from './keys.tsx'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one main act of a screen. `quiet`: a way out. */
  look?: 'plain' | 'primary' | 'quiet'
  /** The keys that do the same: "H", "mod Enter". */
  keys?: string
  /** Under way: it keeps the focus, and a second press does nothing. */
  busy?: boolean
  ref?: Ref<HTMLButtonElement>
}

/** A button. It submits only where it is said to. */
export function Button({ look = 'plain', keys, busy = false, children, type = 'button', className, ...rest }: Props) {
  const held = busy ? { 'aria-disabled': true, 'aria-busy': true, onClick: hold } : {}
  return (
    <button type={type} className={['button', look, className].filter(Boolean).join(' ')} {...rest} {...held}>
      <span>{children}</span>
      {keys && <Keys keys={keys} />}
    </button>
  )
}

const hold = (event: { preventDefault(): void }): void => event.preventDefault()
