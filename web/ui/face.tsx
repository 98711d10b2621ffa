import './ui.css'

/** A person's initials on their hue. Their name stands beside it, so screen readers pass it by. */
export function Face({ name, hue }: { name: string; hue: number }) {
  return (
    <span className={`face hue-${hue}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

export const initials = (name: string): string => {
  const parts = name.split(/\s+/).filter(Boolean)
  const [first, last] = [parts[0] ?? '', parts.length > 1 ? (parts.at(-1) ?? '') : '']
  return [...first].slice(0, 1).concat([...last].slice(0, 1)).join('').toUpperCase()
}
