ALTER TABLE "school_settings" DROP COLUMN "evaluation_settings";
