DROP INDEX "idx_jobs_failed";
DROP TABLE "school_figures";
DROP TABLE "support_grants";
ALTER TABLE "schools" DROP COLUMN "limits";
