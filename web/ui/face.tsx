import './face.css'

/** A person's initials on their hue; a customer has none. Their name stands beside it, so screen readers pass it by. */
export const Face = ({ name, hue = 0, large = false }: { name: string; hue?: number; large?: boolean }) => (
  <span className={`face hue-${hue}${large ? ' large' : ''}`} aria-hidden="true">
    {initials(name)}
  </span>
)

/** Faces of people who met. */
export const Hands = ({ people }: { people: readonly { name: string; hue?: number }[] }) => (
  <span className="hands" aria-hidden="true">
    {people.map(({ name, hue }) => (
      <Face key={name} name={name} hue={hue ?? 0} />
    ))}
  </span>
)

/** "CN" of Carla Nunes. */
const initials = (name: string): string => {
  const parts = name.split(/\s+/).filter(Boolean)
  const [first, last] = [parts[0] ?? '', parts.length > 1 ? (parts.at(-1) ?? '') : '']
  return [...first]
    .slice(0, 1)
    .concat([...last].slice(0, 1))
    .join('')
    .toLocaleUpperCase()
}

/** "Carla" of Carla Nunes. */
export const firstName = (name: string): string => name.trim().split(/\s+/, 1)[0] || name
