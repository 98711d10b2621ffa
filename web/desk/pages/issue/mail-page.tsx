import { type ReactNode, type SyntheticEvent, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { words } from './words.ts'

/** Pages are as high as what they show, within bounds. */
const [least, most] = [120, 1600]

/**
 * A mail as it was sent, in the place of its words: in a sandbox in which nothing runs. It is of our own origin only so
 * that the pictures that came with it are let in; those from elsewhere are loaded only when asked for.
 */
export function MailPage({ id, who, children }: { id: string; who: string; children: ReactNode }) {
  const [shown, show] = useState(false)
  const [images, setImages] = useState(false)
  const [height, setHeight] = useState(least)
  const fit = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void => {
    const page = currentTarget.contentDocument?.documentElement
    if (page) setHeight(Math.min(most, Math.max(least, page.scrollHeight + 2)))
  }
  return (
    <>
      {!shown && children}
      {shown && (
        <iframe
          className="mail-page"
          title={words.htmlTitle(who)}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={`/api/v1/messages/${id}/html${images ? '?images=1' : ''}`}
          style={{ height }}
          onLoad={fit}
        />
      )}
      <div className="row-of mail-page-ways">
        <Button look="quiet" aria-expanded={shown} onClick={() => show(!shown)}>
          {shown ? words.asText : words.asSent}
        </Button>
        {shown && !images && (
          <Button look="quiet" onClick={() => setImages(true)} title={words.imagesWarning}>
            {words.images}
          </Button>
        )}
      </div>
    </>
  )
}
