/** What the platform opens for a school, by the nouns whose operations it is made of. */
export const modules = {
  attendance: ['attendance'],
  evaluation: ['gradebook', 'evaluation', 'closing', 'sheets', 'meetings'],
  reportCards: ['reportCards'],
  papers: ['papers'],
  programs: ['tokens'],
} as const satisfies Record<string, readonly string[]>

export type Module = keyof typeof modules
export const moduleNames = Object.keys(modules) as [Module, ...Module[]]
