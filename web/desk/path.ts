/** What the workspace calls its escalation path. */
export const usePathName = (): string => 'Lighthouse'
