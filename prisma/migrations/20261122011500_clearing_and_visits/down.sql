ALTER TABLE "user_credentials" DROP COLUMN "is_short";

ALTER TABLE "support_grants" DROP COLUMN "end_note", DROP COLUMN "ended_by";

DELETE FROM "stored_files" WHERE purpose = 'picture';
ALTER TABLE "stored_files" DROP CONSTRAINT "chk_stored_files_purpose";
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_purpose" CHECK (
  purpose IN ('activity', 'excuse', 'communication', 'evidence', 'report_card', 'certificate', 'minutes', 'simat', 'export', 'import'));
UPDATE "stored_files" SET status = 'refused' WHERE status = 'cleared';
ALTER TABLE "stored_files" DROP CONSTRAINT "chk_stored_files_status";
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_status" CHECK (status IN ('expected', 'ready', 'refused'));
ALTER TABLE "import_batches" DROP CONSTRAINT "chk_import_batches_cleared";
UPDATE "import_batches" SET status = 'refused' WHERE status = 'expired';
ALTER TABLE "import_batches" DROP CONSTRAINT "chk_import_batches_status";
ALTER TABLE "import_batches" ADD CONSTRAINT "chk_import_batches_status"
  CHECK ("status" IN ('expected', 'reading', 'checked', 'running', 'done', 'refused', 'undoing', 'undone'));
ALTER TABLE "import_batches" DROP COLUMN "counts", DROP COLUMN "cleared_at";
