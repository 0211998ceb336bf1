DELETE FROM "activity_scores" WHERE status = 'cleared';
ALTER TABLE "activity_scores" DROP CONSTRAINT "chk_activity_scores_status";
ALTER TABLE "activity_scores" ADD CONSTRAINT "chk_activity_scores_status" CHECK (
  status IN ('scored', 'late', 'not_submitted', 'excused'));
