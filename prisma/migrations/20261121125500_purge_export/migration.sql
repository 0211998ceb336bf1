ALTER TABLE "school_purges" DROP COLUMN "export_rows";
