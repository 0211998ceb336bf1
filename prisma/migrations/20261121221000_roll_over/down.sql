DROP TABLE "rollover_students";
DROP TABLE "rollovers";
ALTER TABLE "required_documents" DROP COLUMN "valid_months";
ALTER TABLE "required_documents" DROP COLUMN "validity";
