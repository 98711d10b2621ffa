import { MeasuresPage } from './measures-page.tsx'

/** How customers fared with whoever reads: shown to nobody else (Rule 32). */
export default function MyMeasures() {
  return <MeasuresPage mine />
}
