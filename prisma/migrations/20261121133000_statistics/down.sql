DROP STATISTICS "st_enrollment_documents_status";
DROP STATISTICS "st_activity_scores_activity";
DROP STATISTICS "st_course_enrollments_offering";
DROP STATISTICS "st_group_placements_group";
DROP STATISTICS "st_enrollments_year";
