DROP TABLE "notifications";
ALTER TABLE "school_memberships" DROP COLUMN "mailed_kinds";
