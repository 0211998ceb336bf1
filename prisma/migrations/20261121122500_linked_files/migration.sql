-- What an older program left pointing nowhere cannot be held by a key: the reference empties, the row stays.
UPDATE "enrollment_documents" d SET file_id = NULL
 WHERE file_id IS NOT NULL
   AND NOT EXISTS (SELECT FROM "document_files" f WHERE f.school_id = d.school_id AND f.id = d.file_id);
UPDATE "document_files" f SET uploaded_by = NULL
 WHERE uploaded_by IS NOT NULL AND NOT EXISTS (SELECT FROM "users" u WHERE u.id = f.uploaded_by);

CREATE INDEX "idx_enrollment_documents_file" ON "enrollment_documents"("school_id", "file_id");
CREATE INDEX "idx_document_files_uploader" ON "document_files"("uploaded_by");
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "document_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_uploaded_by_fkey" FOREIGN KEY ("uploaded_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- Sign-in asks for `email = $1`, which an index over lower(email) does not serve: the column holds the lower case itself.
UPDATE "users" SET email = lower(email) WHERE email <> lower(email);
DROP INDEX "uq_users_email";
CREATE UNIQUE INDEX "uq_users_email" ON "users"("email");
ALTER TABLE "users" ADD CONSTRAINT "chk_users_email" CHECK (email = lower(email));
