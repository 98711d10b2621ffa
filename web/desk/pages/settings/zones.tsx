const zones: readonly string[] = Intl.supportedValuesOf('timeZone')

/** The zones of the world, for a field to choose from. */
export const Zones = ({ id }: { id: string }) => (
  <datalist id={id}>
    {zones.map(zone => (
      <option key={zone} value={zone} />
    ))}
  </datalist>
)
