ALTER TABLE "school_purges" ADD COLUMN "export_rows" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "school_purges" ALTER COLUMN "export_rows" DROP DEFAULT;
