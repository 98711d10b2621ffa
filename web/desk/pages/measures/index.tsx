import { MeasuresPage } from './measures-page.tsx'

/** How the desk treats its customers (DESIGN section 8; Rule 32). */
export default function Measures() {
  return <MeasuresPage mine={false} />
}
