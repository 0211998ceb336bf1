-- Rows of an import go when nobody needs them any more; what is left says when, and how many there were.
ALTER TABLE "import_batches" ADD COLUMN "cleared_at" TIMESTAMPTZ(3), ADD COLUMN "counts" JSONB;
ALTER TABLE "import_batches" DROP CONSTRAINT "chk_import_batches_status";
ALTER TABLE "import_batches" ADD CONSTRAINT "chk_import_batches_status"
  CHECK ("status" IN ('expected', 'reading', 'checked', 'running', 'done', 'refused', 'undoing', 'undone', 'expired'));
ALTER TABLE "import_batches" ADD CONSTRAINT "chk_import_batches_cleared"
  CHECK (("cleared_at" IS NULL) = ("counts" IS NULL) AND ("status" <> 'expired' OR "cleared_at" IS NOT NULL));
ALTER TABLE "stored_files" DROP CONSTRAINT "chk_stored_files_status";
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_status"
  CHECK (status IN ('expected', 'ready', 'refused', 'cleared'));

-- Logos and signatures are files of the school like any other, and count.
ALTER TABLE "stored_files" DROP CONSTRAINT "chk_stored_files_purpose";
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_purpose" CHECK (
  purpose IN ('activity', 'excuse', 'communication', 'evidence', 'report_card', 'certificate', 'minutes', 'simat', 'export', 'import', 'picture'));

-- A school may end a visit, and say why.
ALTER TABLE "support_grants" ADD COLUMN "ended_by" VARCHAR(255), ADD COLUMN "end_note" VARCHAR(300);

-- A raised minimum length reaches the passwords that are in use.
ALTER TABLE "user_credentials" ADD COLUMN "is_short" BOOLEAN NOT NULL DEFAULT false;
