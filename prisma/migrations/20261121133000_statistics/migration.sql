-- A year, a group or a course belongs to one school. The planner takes the two columns of such a key for independent,
-- expects a handful of rows where there are thousands, and reads the whole year once for each student of a page.
CREATE STATISTICS "st_enrollments_year" (dependencies, ndistinct) ON "school_id", "school_year_id" FROM "enrollments";
CREATE STATISTICS "st_group_placements_group" (dependencies, ndistinct) ON "school_id", "class_group_id" FROM "group_placements";
CREATE STATISTICS "st_course_enrollments_offering" (dependencies, ndistinct) ON "school_id", "course_offering_id" FROM "course_enrollments";
CREATE STATISTICS "st_activity_scores_activity" (dependencies, ndistinct) ON "school_id", "activity_id" FROM "activity_scores";
CREATE STATISTICS "st_enrollment_documents_status" (dependencies, mcv) ON "school_id", "status" FROM "enrollment_documents";
