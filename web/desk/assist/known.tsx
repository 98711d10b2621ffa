import type { AssistView } from '../../../src/contract/answers.ts'
import { firstName } from '../../ui/face.tsx'
import { sizeOf } from '../../ui/sizes.ts'
import { Time } from '../../ui/time.tsx'
import { words } from './words.ts'

/** What one needs to know for it: the customer's story, the facts, what the matter is, and what they sent. */
export function Known({ view, files }: { view: AssistView; files: string }) {
  const { story, facts, diagnoses } = view
  return (
    <>
      <section>
        <h2>{words.story(firstName(view.for.name))}</h2>
        <p className="assist-story" dir="auto">
          {story}
        </p>
      </section>
      {facts.length > 0 && (
        <section>
          <h2>{words.facts}</h2>
          <dl className="assist-facts">
            {facts.map(({ key, value, how }) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd dir="auto">
                  {value} {how && <small>{how}</small>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {diagnoses.length > 0 && (
        <section>
          <h2>{words.diagnoses}</h2>
          {diagnoses.map(({ text, by, at }) => (
            <p key={at} className="assist-diagnosis" dir="auto">
              {text}{' '}
              <small>
                {by.name}, <Time at={at} />
              </small>
            </p>
          ))}
        </section>
      )}
      {view.files.length > 0 && (
        <section>
          <h2>{words.files}</h2>
          <ul className="assist-files">
            {view.files.map(({ id, name, size }) => (
              <li key={id}>
                <a href={`/api/v1${files}/${id}`} target="_blank" rel="noopener">
                  {name}
                </a>{' '}
                <small>{sizeOf(size)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
