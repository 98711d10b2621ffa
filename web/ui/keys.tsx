import './keys.css'

const mac = /Mac|iP(hone|ad)/.test(navigator.platform)

/** A key hint, where the act is: "R", "mod Enter". Screen readers hear of it by `aria-keyshortcuts`. */
export const Keys = ({ keys }: { keys: string }) => (
  <span className="keys" aria-hidden="true">
    <kbd>{keysOf(keys)}</kbd>
  </span>
)

export const keysOf = (keys: string): string =>
  keys
    .split(' ')
    .map(key => ({ mod: mac ? '⌘' : 'Ctrl ', Enter: '↵', Escape: 'Esc' })[key] ?? key)
    .join('')
