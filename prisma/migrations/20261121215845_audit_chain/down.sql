DROP TABLE "audit_heads";
DROP TABLE "platform_audit_heads";
ALTER TABLE "audit_log" DROP COLUMN "seq", DROP COLUMN "hash";
ALTER TABLE "platform_audit" DROP COLUMN "seq", DROP COLUMN "hash";
