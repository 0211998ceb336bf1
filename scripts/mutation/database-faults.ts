// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of sources, as they stand there
import { edit, type SeededFault } from './fault.ts'

const initial = 'prisma/migrations/20261121093221_init/migration.sql'
const life = 'prisma/migrations/20261121123000_school_life/migration.sql'
const grants = 'scripts/database/grants.ts'
const wholeSchool = 'lib/platform/db/whole-school.ts'

const keys = 'tests/isolation/locks-keys.test.ts'
const catalogue = 'tests/isolation/catalogue.test.ts'
const rights = 'tests/isolation/rights.test.ts'
const purge = 'tests/integration/purge.test.ts'

/** Faults in the keys and rights of the database, and in what reads or removes a whole school. */
export const databaseFaults: readonly SeededFault[] = [
  {
    name: 'key-dropped',
    what: 'a score may name another school’s enrollment',
    edits: [
      edit(
        life,
        'ALTER TABLE "activity_scores" ADD CONSTRAINT "activity_scores_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;',
        '',
      ),
    ],
    tests: [keys],
  },
  {
    name: 'key-not-enforced',
    what: 'an enrollment’s key to its student is written down and not enforced',
    edits: [
      edit(
        initial,
        'FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;\n\n-- AddForeignKey\nALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_school_year_id_fkey"',
        'FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION NOT ENFORCED;\n\n-- AddForeignKey\nALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_school_year_id_fkey"',
      ),
    ],
    tests: [rights, keys],
  },
  {
    name: 'unique-without-school',
    what: 'one school’s link token is in the way of another’s',
    edits: [
      edit(
        initial,
        '"uq_family_links_token" ON "family_links"("school_id", "token_hash")',
        '"uq_family_links_token" ON "family_links"("token_hash")',
      ),
    ],
    tests: [catalogue],
  },
  {
    name: 'school-changes',
    what: 'the application may give a row to another school',
    edits: [edit(grants, "its.filter(({ column, inKey }) => column !== 'school_id' && !inKey)", 'its')],
    tests: [rights],
  },
  {
    name: 'history-deleted',
    what: 'the application may delete what is written once',
    edits: [edit(grants, "${rights === 'write' ? ', DELETE' : ''}", ', DELETE')],
    tests: [rights],
  },
  {
    name: 'table-unclassed',
    what: 'the registry takes students for a table of nobody’s',
    edits: [
      edit(
        'lib/platform/db/registry.ts',
        "Student: { tenant: true, table: 'students'",
        "Student: { tenant: false, table: 'students'",
      ),
    ],
    tests: [catalogue],
  },
  {
    name: 'purge-beyond',
    what: 'removing a school removes the students of all',
    edits: [
      edit(
        wholeSchool,
        'delete from students where school_id = $1 and id in (select id from students where school_id = $1 limit 200)',
        'delete from students where id in (select id from students where $1::uuid is not null limit 200)',
      ),
    ],
    tests: [purge],
  },
  {
    name: 'export-beyond',
    what: 'the archive of a school holds the rows of all',
    edits: [
      edit(
        wholeSchool,
        'as row from ${table} t where school_id = $1${without(table)}',
        'as row from ${table} t where $1::uuid is not null${without(table)}',
      ),
    ],
    tests: [purge],
  },
]
