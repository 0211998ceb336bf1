-- A cell that its teacher emptied: the row stays, because its history hangs on it.
ALTER TABLE "activity_scores" DROP CONSTRAINT "chk_activity_scores_status";
ALTER TABLE "activity_scores" ADD CONSTRAINT "chk_activity_scores_status" CHECK (
  status IN ('scored', 'late', 'not_submitted', 'excused', 'cleared'));
