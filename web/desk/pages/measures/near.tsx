import { createContext, type ReactNode, type RefObject, use, useEffect, useRef, useState } from 'react'

/** Whether all of the page is wanted, as on paper. */
export const Whole = createContext(false)

/** How far below the window something is asked for before one comes to it. */
const ahead = '600px'

/** Whether an element has come near the window, once: what nobody looks at need not be counted. */
function useNear(): [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null)
  const [near, come] = useState(false)
  useEffect(() => {
    if (!element.current || near) return
    const observer = new IntersectionObserver(entries => entries.some(one => one.isIntersecting) && come(true), {
      rootMargin: ahead,
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [near])
  return [element, near]
}

/** What is shown once one comes near. */
export function WhenNear({ className, children }: { className?: string; children: ReactNode }) {
  const [element, near] = useNear()
  const whole = use(Whole)
  return (
    <div ref={element} className={className}>
      {(near || whole) && children}
    </div>
  )
}
