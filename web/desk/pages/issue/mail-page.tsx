import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { words } from './words.ts'

/** A mail as it was sent, in a sandbox in which nothing runs; pictures from elsewhere only when asked for. */
export function MailPage({ id, who }: { id: string; who: string }) {
  const [shown, show] = useState(false)
  const [images, setImages] = useState(false)
  return (
    <div className="mail-page">
      <div className="row-of">
        <Button look="quiet" aria-expanded={shown} onClick={() => show(!shown)}>
          {shown ? words.asText : words.asSent}
        </Button>
        {shown && !images && (
          <Button look="quiet" onClick={() => setImages(true)} title={words.imagesWarning}>
            {words.images}
          </Button>
        )}
      </div>
      {shown && (
        <iframe
          title={words.htmlTitle(who)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={`/api/v1/messages/${id}/html${images ? '?images=1' : ''}`}
        />
      )}
    </div>
  )
}
