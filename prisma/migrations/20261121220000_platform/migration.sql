-- AlterTable
ALTER TABLE "schools" ADD COLUMN     "limits" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "support_grants" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "user_name" VARCHAR(255) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "mode" VARCHAR(10) NOT NULL DEFAULT 'read',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_grants_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "school_figures" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "students" INTEGER NOT NULL DEFAULT 0,
    "people" INTEGER NOT NULL DEFAULT 0,
    "storage_bytes" BIGINT NOT NULL DEFAULT 0,
    "last_activity_at" TIMESTAMPTZ(3),
    "figures" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "school_figures_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_school_figures_school" ON "school_figures"("school_id");

-- CreateIndex
CREATE INDEX "idx_support_grants_started" ON "support_grants"("school_id", "started_at");

-- CreateIndex
CREATE INDEX "idx_support_grants_user" ON "support_grants"("user_id", "expires_at");

-- AddForeignKey
ALTER TABLE "support_grants" ADD CONSTRAINT "support_grants_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "support_grants" ADD CONSTRAINT "support_grants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "school_figures" ADD CONSTRAINT "school_figures_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "schools" ADD CONSTRAINT "chk_schools_limits" CHECK (jsonb_typeof(limits) = 'object');
ALTER TABLE "school_figures" ADD CONSTRAINT "chk_school_figures_figures" CHECK (jsonb_typeof(figures) = 'object');
ALTER TABLE "support_grants"
  ADD CONSTRAINT "chk_support_grants_mode" CHECK (mode IN ('read', 'full')),
  ADD CONSTRAINT "chk_support_grants_reason" CHECK (length(btrim(reason)) >= 10),
  -- Nobody stays longer than a working day, whoever writes the row.
  ADD CONSTRAINT "chk_support_grants_time" CHECK (
    expires_at > started_at AND expires_at <= started_at + interval '8 hours' + interval '1 minute');

-- Jobs that failed, of all schools, for the platform's page: without it every look would read every job of every school.
CREATE INDEX "idx_jobs_failed" ON "jobs" ("school_id", "created_at") WHERE status = 'failed' OR failed > 0;
