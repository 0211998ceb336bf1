import { edit, type SeededFault } from './fault.ts'

const visits = 'lib/platform/visits.ts'
const minting = 'tests/isolation/minting.test.ts'

/** Faults in the way in for support. */
export const visitFaults: readonly SeededFault[] = [
  {
    name: 'visit-without-end',
    what: 'a support visit does not end with its time',
    edits: [edit(visits, 'and g.ended_at is null and g.expires_at > now()', 'and g.ended_at is null')],
    tests: [minting],
  },
  {
    name: 'visit-of-somebody-else',
    what: 'one superadmin’s visit opens the school to every superadmin',
    edits: [edit(visits, 'and g.user_id = $2 and', 'and $2::uuid is not null and')],
    tests: [minting],
  },
  {
    name: 'visit-that-changes',
    what: 'a visit that may only look changes things',
    edits: [
      edit(
        'lib/platform/standing.ts',
        "if (support?.mode === 'read') throw new AppError('forbidden', { reason: 'support_read_only' })",
        '',
      ),
    ],
    tests: [minting],
  },
]
