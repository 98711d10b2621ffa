import { createContext, type ReactNode, type RefObject, use, useEffect, useRef, useState } from 'react'

/** Whether all of the page is wanted, as on paper. */
export const Whole = createContext(false)

/** How far below the window something is asked for before one comes to it. */
const ahead = '600px'

/** Whether an element has come near the window, or was wanted anyway, once: what nobody looks at need not be counted. */
function useNear(): [RefObject<HTMLDivElement | null>, boolean] {
  const element = useRef<HTMLDivElement>(null)
  const whole = use(Whole)
  const [near, come] = useState(false)
  useEffect(() => {
    if (!element.current || near) return
    if (whole) {
      come(true)
      return
    }
    const observer = new IntersectionObserver(entries => entries.some(one => one.isIntersecting) && come(true), {
      rootMargin: ahead,
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [near, whole])
  return [element, near]
}

/** What is shown once one comes near. */
export function WhenNear({ className, children }: { className?: string; children: ReactNode }) {
  const [element, near] = useNear()
  return (
    <div ref={element} className={className}>
      {near && children}
    </div>
  )
}
