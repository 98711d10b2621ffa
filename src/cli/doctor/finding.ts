/** What was found about one thing. A warning works, so far; a fault does not. */
export type Finding = { about: string; state: 'well' | 'warning' | 'fault'; says: string }
