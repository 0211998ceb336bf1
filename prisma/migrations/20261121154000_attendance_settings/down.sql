ALTER TABLE "attendance_corrections" DROP COLUMN "decision_note", DROP COLUMN "before_status";
ALTER TABLE "absence_excuses" DROP COLUMN "decision_note";
ALTER TABLE "school_settings" DROP COLUMN "attendance_settings";
