DROP TABLE "user_recovery_codes";
DROP TABLE "user_second_factors";
ALTER TABLE "school_settings" DROP COLUMN "paper_settings";
ALTER TABLE "auth_sessions" DROP COLUMN "country";
