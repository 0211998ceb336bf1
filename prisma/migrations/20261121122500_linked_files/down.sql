ALTER TABLE "users" DROP CONSTRAINT "chk_users_email";
DROP INDEX "uq_users_email";
CREATE UNIQUE INDEX "uq_users_email" ON "users" (lower(email));

ALTER TABLE "document_files" DROP CONSTRAINT "document_files_uploaded_by_fkey";
ALTER TABLE "enrollment_documents" DROP CONSTRAINT "enrollment_documents_school_id_file_id_fkey";
DROP INDEX "idx_document_files_uploader";
DROP INDEX "idx_enrollment_documents_file";
