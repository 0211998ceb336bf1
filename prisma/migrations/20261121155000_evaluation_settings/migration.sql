ALTER TABLE "school_settings" ADD COLUMN "evaluation_settings" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "school_settings" ADD CONSTRAINT "chk_school_settings_evaluation" CHECK (
  jsonb_typeof(evaluation_settings) = 'object');
