import { type ReactNode, useEffect, useRef } from 'react'
import './dialog.css'

/** What floats above the page for a moment: the palette, the list of keys. The browser keeps the focus in it. */
export function Dialog({
  label,
  close,
  wide = false,
  children,
}: {
  label: string
  close: () => void
  wide?: boolean
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
    return () => element?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, by the browser.
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-label={label}
      onCancel={event => {
        event.preventDefault()
        close()
      }}
      onClick={event => {
        if (event.target === event.currentTarget) close()
      }}
    >
      <div className="dialog-page">{children}</div>
    </dialog>
  )
}
