-- CreateTable
CREATE TABLE "import_batches" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" VARCHAR(255) NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'expected',
    "target" JSONB NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "headings" JSONB NOT NULL DEFAULT '[]',
    "layout" VARCHAR(64) NOT NULL DEFAULT '',
    "refusal" JSONB,
    "job_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "cells" JSONB NOT NULL,
    "key" VARCHAR(300),
    "label" VARCHAR(255) NOT NULL DEFAULT '',
    "verdict" VARCHAR(20) NOT NULL,
    "warned" BOOLEAN NOT NULL DEFAULT false,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "repaired" BOOLEAN NOT NULL DEFAULT false,
    "choice" VARCHAR(10),
    "outcome" VARCHAR(20),
    "result" JSONB,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "record_merges" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kept_student_id" UUID,
    "kept_guardian_id" UUID,
    "lost_id" UUID NOT NULL,
    "kept_name" VARCHAR(255) NOT NULL,
    "lost_name" VARCHAR(255) NOT NULL,
    "rows" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "reason" VARCHAR(500),
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undo_until" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "record_merges_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE INDEX "idx_import_batches_created" ON "import_batches"("school_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_import_batches_layout" ON "import_batches"("school_id", "kind", "layout", "created_at");

-- CreateIndex
CREATE INDEX "idx_import_batches_file" ON "import_batches"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_import_batches_creator" ON "import_batches"("created_by");

-- CreateIndex
CREATE INDEX "idx_import_rows_verdict" ON "import_rows"("school_id", "batch_id", "verdict", "row");

-- CreateIndex
CREATE INDEX "idx_import_rows_key" ON "import_rows"("school_id", "batch_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "uq_import_rows_row" ON "import_rows"("school_id", "batch_id", "row");

-- CreateIndex
CREATE INDEX "idx_record_merges_created" ON "record_merges"("school_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_record_merges_student" ON "record_merges"("school_id", "kept_student_id");

-- CreateIndex
CREATE INDEX "idx_record_merges_guardian" ON "record_merges"("school_id", "kept_guardian_id");

-- CreateIndex
CREATE INDEX "idx_record_merges_creator" ON "record_merges"("created_by");

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_school_id_batch_id_fkey" FOREIGN KEY ("school_id", "batch_id") REFERENCES "import_batches"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "record_merges" ADD CONSTRAINT "record_merges_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "record_merges" ADD CONSTRAINT "record_merges_school_id_kept_student_id_fkey" FOREIGN KEY ("school_id", "kept_student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "record_merges" ADD CONSTRAINT "record_merges_school_id_kept_guardian_id_fkey" FOREIGN KEY ("school_id", "kept_guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "record_merges" ADD CONSTRAINT "record_merges_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

ALTER TABLE "import_batches" ADD CONSTRAINT "chk_import_batches_kind" CHECK ("kind" IN ('students', 'users', 'scores'));
ALTER TABLE "import_batches" ADD CONSTRAINT "chk_import_batches_status"
  CHECK ("status" IN ('expected', 'reading', 'checked', 'running', 'done', 'refused', 'undoing', 'undone'));
ALTER TABLE "import_rows" ADD CONSTRAINT "chk_import_rows_verdict"
  CHECK ("verdict" IN ('create', 'update', 'same', 'keep', 'skip', 'error'));
ALTER TABLE "import_rows" ADD CONSTRAINT "chk_import_rows_outcome"
  CHECK ("outcome" IN ('created', 'updated', 'kept', 'failed', 'undone', 'stays'));
ALTER TABLE "import_rows" ADD CONSTRAINT "chk_import_rows_choice" CHECK ("choice" IN ('accept', 'skip'));
ALTER TABLE "record_merges" ADD CONSTRAINT "chk_record_merges_one"
  CHECK (("kept_student_id" IS NULL) <> ("kept_guardian_id" IS NULL));
ALTER TABLE "stored_files" DROP CONSTRAINT "chk_stored_files_purpose";
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_purpose" CHECK (
  purpose IN ('activity', 'excuse', 'communication', 'evidence', 'report_card', 'certificate', 'minutes', 'simat', 'export', 'import'));
