import type { ButtonHTMLAttributes } from 'react'
import './ui.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary`: the one main act of a screen. `quiet`: a way out. */
  look?: 'plain' | 'primary' | 'quiet'
  /** The key that does the same, as it is shown. */
  keys?: string
}

/** A button. It submits only where it is said to. */
export function Button({ look = 'plain', keys, children, type = 'button', className = '', ...rest }: Props) {
  return (
    <button type={type} className={`button ${look} ${className}`} {...rest}>
      {children}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  )
}
