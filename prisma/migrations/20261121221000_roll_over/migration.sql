-- AlterTable
ALTER TABLE "required_documents" ADD COLUMN     "valid_months" INTEGER,
ADD COLUMN     "validity" VARCHAR(20) NOT NULL DEFAULT 'year';

-- CreateTable
CREATE TABLE "rollovers" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "from_year_id" UUID NOT NULL,
    "to_year_id" UUID NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "plan" JSONB NOT NULL DEFAULT '{}',
    "created" JSONB NOT NULL DEFAULT '{}',
    "job_id" UUID,
    "created_by" UUID,
    "run_by" UUID,
    "run_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollovers_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "rollover_students" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "rollover_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "exception" JSONB,
    "status" VARCHAR(20) NOT NULL DEFAULT 'planned',
    "outcome" VARCHAR(20),
    "grade_level" VARCHAR(20),
    "group_code" VARCHAR(10),
    "problem" VARCHAR(40),
    "new_enrollment_id" UUID,
    "carried" INTEGER NOT NULL DEFAULT 0,
    "left_version" INTEGER,
    "done_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rollover_students_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE INDEX "idx_rollovers_to_year" ON "rollovers"("school_id", "to_year_id");

-- CreateIndex
CREATE INDEX "idx_rollovers_job" ON "rollovers"("school_id", "job_id");

-- CreateIndex
CREATE INDEX "idx_rollovers_creator" ON "rollovers"("created_by");

-- CreateIndex
CREATE INDEX "idx_rollovers_runner" ON "rollovers"("run_by");

-- CreateIndex
CREATE INDEX "idx_rollovers_undoer" ON "rollovers"("undone_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_rollovers_years" ON "rollovers"("school_id", "from_year_id", "to_year_id");

-- CreateIndex
CREATE INDEX "idx_rollover_students_enrollment" ON "rollover_students"("school_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_rollover_students_new_enrollment" ON "rollover_students"("school_id", "new_enrollment_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_rollover_students_enrollment" ON "rollover_students"("school_id", "rollover_id", "enrollment_id");

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_school_id_from_year_id_fkey" FOREIGN KEY ("school_id", "from_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_school_id_to_year_id_fkey" FOREIGN KEY ("school_id", "to_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_school_id_job_id_fkey" FOREIGN KEY ("school_id", "job_id") REFERENCES "jobs"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_run_by_fkey" FOREIGN KEY ("run_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollovers" ADD CONSTRAINT "rollovers_undone_by_fkey" FOREIGN KEY ("undone_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollover_students" ADD CONSTRAINT "rollover_students_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollover_students" ADD CONSTRAINT "rollover_students_school_id_rollover_id_fkey" FOREIGN KEY ("school_id", "rollover_id") REFERENCES "rollovers"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollover_students" ADD CONSTRAINT "rollover_students_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "rollover_students" ADD CONSTRAINT "rollover_students_school_id_new_enrollment_id_fkey" FOREIGN KEY ("school_id", "new_enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "rollovers" ADD CONSTRAINT "chk_rollovers_status" CHECK (
  status IN ('draft', 'running', 'done', 'undoing', 'undone'));
ALTER TABLE "rollovers" ADD CONSTRAINT "chk_rollovers_years" CHECK (from_year_id <> to_year_id);
ALTER TABLE "rollovers" ADD CONSTRAINT "chk_rollovers_objects" CHECK (
  jsonb_typeof(plan) = 'object' AND jsonb_typeof(created) = 'object');
ALTER TABLE "rollover_students" ADD CONSTRAINT "chk_rollover_students_status" CHECK (
  status IN ('planned', 'done', 'skipped', 'kept', 'undone'));
ALTER TABLE "rollover_students" ADD CONSTRAINT "chk_rollover_students_outcome" CHECK (
  outcome IN ('promoted', 'repeats', 'graduates', 'leaves', 'waits'));
ALTER TABLE "rollover_students" ADD CONSTRAINT "chk_rollover_students_exception" CHECK (
  exception IS NULL OR jsonb_typeof(exception) = 'object');
ALTER TABLE "required_documents" ADD CONSTRAINT "chk_required_documents_validity" CHECK (
  validity IN ('permanent', 'year', 'months', 'identity', 'version'));
ALTER TABLE "required_documents" ADD CONSTRAINT "chk_required_documents_months" CHECK (
  (validity = 'months') = (valid_months IS NOT NULL) AND (valid_months IS NULL OR valid_months BETWEEN 1 AND 60));

-- What schools already ask for gets what the catalogue says of it.
UPDATE "required_documents" SET validity = 'permanent' WHERE code IN (
  'birth_certificate', 'guardian_document', 'vaccination_card', 'report_card', 'previous_grades',
  'simat_withdrawal', 'ethnic_or_victim_certificate');
UPDATE "required_documents" SET validity = 'identity' WHERE code = 'identity_document';
UPDATE "required_documents" SET validity = 'months', valid_months = 12 WHERE code = 'health_assessment';
UPDATE "required_documents" SET validity = 'version' WHERE kind = 'consent';
