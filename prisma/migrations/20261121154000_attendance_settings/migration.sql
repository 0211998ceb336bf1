ALTER TABLE "school_settings" ADD COLUMN "attendance_settings" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "school_settings" ADD CONSTRAINT "chk_school_settings_attendance" CHECK (
  jsonb_typeof(attendance_settings) = 'object');

ALTER TABLE "absence_excuses" ADD COLUMN "decision_note" VARCHAR(500);

-- No correction exists yet outside of trials; what one was asked against is then what the record says.
ALTER TABLE "attendance_corrections" ADD COLUMN "before_status" VARCHAR(20), ADD COLUMN "decision_note" VARCHAR(500);
UPDATE "attendance_corrections" c SET before_status = r.status
  FROM "attendance_records" r WHERE r.school_id = c.school_id AND r.id = c.record_id;
ALTER TABLE "attendance_corrections" ALTER COLUMN "before_status" SET NOT NULL;
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "chk_attendance_corrections_before_status" CHECK (
  before_status IN ('present', 'absent', 'late', 'excused'));
