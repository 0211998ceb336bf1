DROP TABLE "record_merges";
DROP TABLE "import_rows";
DROP TABLE "import_batches";
DELETE FROM "stored_files" WHERE purpose = 'import';
ALTER TABLE "stored_files" DROP CONSTRAINT "chk_stored_files_purpose";
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_purpose" CHECK (
  purpose IN ('activity', 'excuse', 'communication', 'evidence', 'report_card', 'certificate', 'minutes', 'simat', 'export'));
