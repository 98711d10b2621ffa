import type { MessageAnswer } from '../../../../src/contract/answers.ts'
import { sizeOf } from '../../../ui/sizes.ts'
import './files.css'
import { words } from './words.ts'

/** What came with a message. Pictures are shown; the rest is named, and opened by whoever wants it. */
export function Files({ files }: { files: MessageAnswer['files'] }) {
  if (files.length === 0) return null
  return (
    <ul className="files" aria-label={words.files}>
      {files.map(({ id, name, contentType, size }) => (
        <li key={id}>
          <a href={`/api/v1/files/${id}`} target="_blank" rel="noopener">
            {isPicture(contentType) && <img src={`/api/v1/files/${id}`} alt="" loading="lazy" />}
            <span>{name}</span> <small>{sizeOf(size)}</small>
          </a>
        </li>
      ))}
    </ul>
  )
}

const isPicture = (contentType: string): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(contentType)
