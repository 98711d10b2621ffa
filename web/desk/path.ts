import { useMe } from './me.ts'

/** What the workspace calls its escalation path. */
export const usePathName = (): string => useMe().workspace.path.name
