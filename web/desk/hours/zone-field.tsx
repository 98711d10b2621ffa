import { useId } from 'react'
import { Field } from '../../ui/field.tsx'

type ZoneFieldProps = {
  label: string
  hint?: string
  placeholder?: string
  value: string
  change: (zone: string) => void
}

const zones: readonly string[] = Intl.supportedValuesOf('timeZone')

/** A time zone of the world, by its name: "Europe/Madrid". */
export function ZoneField(props: ZoneFieldProps) {
  const list = useId()
  return (
    <>
      <Field {...props} list={list} autoComplete="off" spellCheck={false} />
      <datalist id={list}>
        {zones.map(zone => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
