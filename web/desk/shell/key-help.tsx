import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { keysOf } from '../../ui/keys.tsx'
import './key-help.css'
import { words } from './words.ts'

const chapters = ['everywhere', 'inLists', 'onIssue'] as const

/** The keys, said. */
export function KeyHelp({ close }: { close: () => void }) {
  const { title, list } = words.keys
  return (
    <Dialog label={title} close={close} wide>
      <div className="key-help">
        <h2>{title}</h2>
        <div className="key-chapters">
          {chapters.map(chapter => (
            <section key={chapter}>
              <h3>{words.keys[chapter]}</h3>
              <dl>
                {list[chapter].map(([keys, does]) => (
                  <div key={keys}>
                    <dt>
                      {keys.split(' ').map(key => (
                        <kbd key={key}>{keysOf(key)}</kbd>
                      ))}
                    </dt>
                    <dd>{does}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <Button onClick={close}>{words.keys.close}</Button>
      </div>
    </Dialog>
  )
}
