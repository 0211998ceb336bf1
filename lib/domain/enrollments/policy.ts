/**
 * An enrollment on which nobody has worked: no paper came, nobody sits anywhere, nothing was marked, decided or issued. It may
 * go without a trace in anybody's marks.
 */
export const untouchedEnrollment = {
  documents: { every: { status: 'pending', files: { none: {} } } },
  placements: { none: {} },
  courses: { none: {} },
  scores: { none: {} },
  recoveries: { none: {} },
  courseComments: { none: {} },
  observations: { none: {} },
  courseResults: { none: {} },
  decisions: { none: {} },
  promotion: null,
  attendance: { none: {} },
  excuses: { none: {} },
  reportCards: { none: {} },
  issuedDocuments: { none: {} },
  rolloversOut: { none: {} },
  rolloversIn: { none: {} },
} as const
