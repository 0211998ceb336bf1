-- CreateTable
CREATE TABLE "academic_areas" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(150) NOT NULL,
    "short_name" VARCHAR(30),
    "legal_code" INTEGER,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "academic_areas_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "subject_catalog" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "name" VARCHAR(150) NOT NULL,
    "short_name" VARCHAR(30),
    "assessment" VARCHAR(20) NOT NULL DEFAULT 'numeric',
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subject_catalog_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "study_plans" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_plans_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "study_plan_items" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "study_plan_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "grade_level" VARCHAR(20) NOT NULL,
    "weekly_hours" DECIMAL(4,1) NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL DEFAULT true,
    "area_weight" DECIMAL(5,2),
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "study_plan_items_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "grade_hours" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "study_plan_id" UUID NOT NULL,
    "grade_level" VARCHAR(20) NOT NULL,
    "weekly_hours" DECIMAL(4,1) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grade_hours_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "class_groups" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "study_plan_id" UUID,
    "grade_level" VARCHAR(20) NOT NULL,
    "code" VARCHAR(10) NOT NULL,
    "shift" VARCHAR(20),
    "capacity" INTEGER,
    "director_id" UUID,
    "room" VARCHAR(30),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_groups_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "group_placements" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_group_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" VARCHAR(500),
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "group_placements_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "course_offerings" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_group_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "weekly_hours" DECIMAL(4,1) NOT NULL,
    "area_weight" DECIMAL(5,2),
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_offerings_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "teacher_assignments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "teacher_id" UUID,
    "role" VARCHAR(20) NOT NULL DEFAULT 'main',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" VARCHAR(500),
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teacher_assignments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "course_enrollments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_enrollments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "timetable_slots" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "starts_minute" INTEGER NOT NULL,
    "ends_minute" INTEGER NOT NULL,
    "room" VARCHAR(30),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "timetable_slots_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "calendar_days" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "name" VARCHAR(150) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attendance_lists" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "class_group_id" UUID NOT NULL,
    "course_offering_id" UUID,
    "day" DATE NOT NULL,
    "lesson" INTEGER NOT NULL DEFAULT 0,
    "taken_by" UUID,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "attendance_lists_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attendance_records" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "list_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'present',
    "minutes_late" INTEGER,
    "excuse_id" UUID,
    "recorded_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_records_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attendance_history" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "before_status" VARCHAR(20),
    "after_status" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(500),
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_history_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "attendance_corrections" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "wanted_status" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'pending',
    "requested_by" UUID,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attendance_corrections_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "absence_excuses" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "guardian_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'pending',
    "file_id" UUID,
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_excuses_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "catalog_entries" (
    "id" UUID NOT NULL,
    "catalog" VARCHAR(40) NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "label" VARCHAR(255) NOT NULL,
    "valid_from_year" INTEGER NOT NULL DEFAULT 0,
    "valid_to_year" INTEGER,
    "source" VARCHAR(255) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "catalog_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_overrides" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "catalog" VARCHAR(40) NOT NULL,
    "code" VARCHAR(20) NOT NULL,
    "local_code" VARCHAR(20) NOT NULL,
    "label" VARCHAR(255),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "catalog_overrides_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "communications" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "body" TEXT NOT NULL,
    "audience" JSONB NOT NULL DEFAULT '{}',
    "status" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "needs_acknowledgement" BOOLEAN NOT NULL DEFAULT false,
    "scheduled_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "communications_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "communication_recipients" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "communication_id" UUID NOT NULL,
    "guardian_id" UUID,
    "student_id" UUID,
    "user_id" UUID,
    "recipient_key" VARCHAR(80) NOT NULL,
    "channel" VARCHAR(20) NOT NULL DEFAULT 'portal',
    "delivered_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "failure" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "communication_recipients_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "communication_files" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "communication_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "communication_files_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "discipline_cases" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "type" VARCHAR(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "place" VARCHAR(150),
    "account" TEXT NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'open',
    "siuce_reported_at" TIMESTAMPTZ(3),
    "reported_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "discipline_cases_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "discipline_parties" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "role" VARCHAR(20) NOT NULL,
    "statement" TEXT,
    "statement_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "discipline_parties_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "discipline_events" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "text" TEXT NOT NULL,
    "notified" VARCHAR(255),
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "file_id" UUID,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "discipline_events_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "observer_entries" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "case_id" UUID,
    "annuls_id" UUID,
    "kind" VARCHAR(20) NOT NULL,
    "text" TEXT NOT NULL,
    "student_statement" TEXT,
    "measure" VARCHAR(500),
    "notified" VARCHAR(255),
    "notified_at" TIMESTAMPTZ(3),
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observer_entries_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_rules" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "rules" JSONB NOT NULL DEFAULT '{}',
    "sha256" VARCHAR(64) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "note" VARCHAR(500),
    "created_by" UUID,
    "activated_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_rules_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "period_events" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "evaluation_rules_id" UUID,
    "from_status" VARCHAR(20) NOT NULL,
    "to_status" VARCHAR(20) NOT NULL,
    "reason" VARCHAR(500),
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_events_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "period_courses" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'open',
    "submitted_at" TIMESTAMPTZ(3),
    "submitted_by" UUID,
    "note" VARCHAR(500),
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_courses_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_categories" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "weight" DECIMAL(5,2) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_categories_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_activities" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "category_id" UUID,
    "type" VARCHAR(20) NOT NULL DEFAULT 'task',
    "title" VARCHAR(150) NOT NULL,
    "description" TEXT,
    "weight" DECIMAL(5,2) NOT NULL DEFAULT 0,
    "assigned_on" DATE,
    "due_on" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_activities_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "activity_files" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "activity_files_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "activity_scores" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "status" VARCHAR(20) NOT NULL,
    "score" DECIMAL(6,3),
    "scale_max" DECIMAL(6,2) NOT NULL DEFAULT 5,
    "comment" VARCHAR(500),
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_scores_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "activity_score_history" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "score_id" UUID NOT NULL,
    "before_status" VARCHAR(20),
    "before_score" DECIMAL(6,3),
    "after_status" VARCHAR(20) NOT NULL,
    "after_score" DECIMAL(6,3),
    "source" VARCHAR(20) NOT NULL DEFAULT 'grid',
    "reason" VARCHAR(500),
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_score_history_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "recoveries" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID,
    "enrollment_id" UUID NOT NULL,
    "original_value" DECIMAL(6,3) NOT NULL,
    "score" DECIMAL(6,3),
    "final_value" DECIMAL(6,3),
    "ceiling" DECIMAL(6,3),
    "scale_max" DECIMAL(6,2) NOT NULL DEFAULT 5,
    "status" VARCHAR(20) NOT NULL DEFAULT 'planned',
    "held_on" DATE,
    "note" VARCHAR(1000),
    "recorded_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recoveries_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "comment_phrases" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_id" UUID,
    "owner_id" UUID,
    "grade_level" VARCHAR(20),
    "kind" VARCHAR(20) NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comment_phrases_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "course_achievements" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "text" VARCHAR(1000) NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_achievements_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "course_comments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL DEFAULT 'observation',
    "text" VARCHAR(2000) NOT NULL,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "course_comments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "period_observations" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "text" VARCHAR(2000) NOT NULL,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "period_observations_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "piar_plans" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "status" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "characteristics" JSONB NOT NULL DEFAULT '{}',
    "context" JSONB NOT NULL DEFAULT '{}',
    "recommendations" JSONB NOT NULL DEFAULT '{}',
    "home_activities" JSONB NOT NULL DEFAULT '{}',
    "started_on" DATE NOT NULL,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "piar_plans_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "piar_health" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "piar_health_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "piar_adjustments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "area_id" UUID,
    "term" INTEGER NOT NULL,
    "label" VARCHAR(100) NOT NULL,
    "objectives" TEXT NOT NULL,
    "barriers" TEXT NOT NULL,
    "supports" TEXT NOT NULL,
    "evaluation" TEXT,
    "updated_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "piar_adjustments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "piar_signatures" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "role" VARCHAR(30) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "document_number" VARCHAR(30),
    "method" VARCHAR(20) NOT NULL,
    "user_id" UUID,
    "file_id" UUID,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "piar_signatures_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "piar_follow_ups" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "actor_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "piar_follow_ups_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "object_key" VARCHAR(500) NOT NULL,
    "file_name" VARCHAR(255) NOT NULL,
    "content_type" VARCHAR(100) NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "purpose" VARCHAR(30) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'expected',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "simat_snapshots" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "profile" VARCHAR(30) NOT NULL,
    "row_count" INTEGER NOT NULL,
    "error_count" INTEGER NOT NULL DEFAULT 0,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "file_id" UUID,
    "sha256" VARCHAR(64) NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "simat_snapshots_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "public_key" VARCHAR(100) NOT NULL,
    "sealed_private_key" TEXT,
    "active_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "issued_documents" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(30) NOT NULL,
    "series" VARCHAR(30) NOT NULL,
    "number" INTEGER NOT NULL,
    "student_id" UUID,
    "enrollment_id" UUID,
    "report_card_id" UUID,
    "replaces_id" UUID,
    "code" VARCHAR(64) NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "content_hash" VARCHAR(64) NOT NULL,
    "signature" VARCHAR(128),
    "signing_key_id" UUID,
    "file_id" UUID,
    "status" VARCHAR(20) NOT NULL DEFAULT 'valid',
    "status_reason" VARCHAR(500),
    "status_at" TIMESTAMPTZ(3),
    "issued_by" UUID,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "issued_documents_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "counters" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scope" VARCHAR(60) NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "counters_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "school_purges" (
    "id" UUID NOT NULL,
    "purged_school_id" UUID NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "export_sha256" VARCHAR(64) NOT NULL,
    "export_rows" INTEGER NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_by_name" VARCHAR(255) NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" VARCHAR(20) NOT NULL DEFAULT 'waiting',
    "run_after" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "report" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "school_purges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_results" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course_offering_id" UUID NOT NULL,
    "academic_period_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "evaluation_rules_id" UUID NOT NULL,
    "value" DECIMAL(6,3),
    "scale_max" DECIMAL(6,2) NOT NULL DEFAULT 5,
    "level" VARCHAR(20),
    "trace" JSONB NOT NULL DEFAULT '{}',
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_results_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "evaluation_meetings" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "academic_period_id" UUID,
    "grade_level" VARCHAR(20),
    "held_on" DATE NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'planned',
    "notes" TEXT,
    "minutes_file_id" UUID,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_meetings_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "meeting_members" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "user_id" UUID,
    "name" VARCHAR(255) NOT NULL,
    "role" VARCHAR(100) NOT NULL,
    "present" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "meeting_members_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "meeting_decisions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL,
    "decision" VARCHAR(500) NOT NULL,
    "reason" VARCHAR(1000) NOT NULL,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_decisions_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "promotions" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "meeting_id" UUID,
    "status" VARCHAR(20) NOT NULL,
    "failed_areas" INTEGER NOT NULL DEFAULT 0,
    "absence_percent" DECIMAL(5,2),
    "promoted_to" VARCHAR(20),
    "reason" VARCHAR(1000),
    "trace" JSONB NOT NULL DEFAULT '{}',
    "decided_by" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "promotions_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "report_cards" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "academic_period_id" UUID,
    "evaluation_rules_id" UUID,
    "kind" VARCHAR(20) NOT NULL DEFAULT 'period',
    "number" INTEGER NOT NULL DEFAULT 1,
    "items" JSONB NOT NULL DEFAULT '[]',
    "header" JSONB NOT NULL DEFAULT '{}',
    "sha256" VARCHAR(64) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'issued',
    "reason" VARCHAR(500),
    "published_at" TIMESTAMPTZ(3),
    "file_id" UUID,
    "created_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_cards_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_academic_areas_name" ON "academic_areas"("school_id", "name");

-- CreateIndex
CREATE INDEX "idx_subject_catalog_area" ON "subject_catalog"("school_id", "area_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_subject_catalog_code" ON "subject_catalog"("school_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "uq_study_plans_name" ON "study_plans"("school_id", "school_year_id", "name");

-- CreateIndex
CREATE INDEX "idx_study_plan_items_subject" ON "study_plan_items"("school_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_study_plan_items_subject" ON "study_plan_items"("school_id", "study_plan_id", "grade_level", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_grade_hours_grade" ON "grade_hours"("school_id", "study_plan_id", "grade_level");

-- CreateIndex
CREATE INDEX "idx_class_groups_study_plan" ON "class_groups"("school_id", "study_plan_id");

-- CreateIndex
CREATE INDEX "idx_class_groups_director" ON "class_groups"("school_id", "director_id");

-- CreateIndex
CREATE INDEX "idx_class_groups_director_user" ON "class_groups"("director_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_class_groups_code" ON "class_groups"("school_id", "school_year_id", "grade_level", "code");

-- CreateIndex
CREATE INDEX "idx_group_placements_enrollment" ON "group_placements"("school_id", "enrollment_id", "valid_from");

-- CreateIndex
CREATE INDEX "idx_group_placements_group" ON "group_placements"("school_id", "class_group_id", "valid_to");

-- CreateIndex
CREATE INDEX "idx_group_placements_creator" ON "group_placements"("created_by");

-- CreateIndex
CREATE INDEX "idx_course_offerings_subject" ON "course_offerings"("school_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_course_offerings_subject" ON "course_offerings"("school_id", "class_group_id", "subject_id");

-- CreateIndex
CREATE INDEX "idx_teacher_assignments_offering" ON "teacher_assignments"("school_id", "course_offering_id", "valid_from");

-- CreateIndex
CREATE INDEX "idx_teacher_assignments_teacher" ON "teacher_assignments"("school_id", "teacher_id", "valid_to");

-- CreateIndex
CREATE INDEX "idx_teacher_assignments_teacher_user" ON "teacher_assignments"("teacher_id");

-- CreateIndex
CREATE INDEX "idx_teacher_assignments_creator" ON "teacher_assignments"("created_by");

-- CreateIndex
CREATE INDEX "idx_course_enrollments_offering" ON "course_enrollments"("school_id", "course_offering_id", "valid_to");

-- CreateIndex
CREATE INDEX "idx_course_enrollments_enrollment" ON "course_enrollments"("school_id", "enrollment_id", "valid_to");

-- CreateIndex
CREATE INDEX "idx_timetable_slots_offering" ON "timetable_slots"("school_id", "course_offering_id", "weekday");

-- CreateIndex
CREATE INDEX "idx_timetable_slots_day" ON "timetable_slots"("school_id", "weekday", "starts_minute");

-- CreateIndex
CREATE UNIQUE INDEX "uq_calendar_days_day" ON "calendar_days"("school_id", "school_year_id", "day", "kind");

-- CreateIndex
CREATE INDEX "idx_attendance_lists_day" ON "attendance_lists"("school_id", "day");

-- CreateIndex
CREATE INDEX "idx_attendance_lists_offering" ON "attendance_lists"("school_id", "course_offering_id", "day");

-- CreateIndex
CREATE INDEX "idx_attendance_lists_taker" ON "attendance_lists"("taken_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_attendance_lists_lesson" ON "attendance_lists"("school_id", "class_group_id", "day", "lesson");

-- CreateIndex
CREATE INDEX "idx_attendance_records_student_day" ON "attendance_records"("school_id", "enrollment_id", "day");

-- CreateIndex
CREATE INDEX "idx_attendance_records_day" ON "attendance_records"("school_id", "day", "status");

-- CreateIndex
CREATE INDEX "idx_attendance_records_excuse" ON "attendance_records"("school_id", "excuse_id");

-- CreateIndex
CREATE INDEX "idx_attendance_records_recorder" ON "attendance_records"("recorded_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_attendance_records_student" ON "attendance_records"("school_id", "list_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_attendance_history_record" ON "attendance_history"("school_id", "record_id", "changed_at");

-- CreateIndex
CREATE INDEX "idx_attendance_history_changer" ON "attendance_history"("changed_by");

-- CreateIndex
CREATE INDEX "idx_attendance_corrections_status" ON "attendance_corrections"("school_id", "status");

-- CreateIndex
CREATE INDEX "idx_attendance_corrections_record" ON "attendance_corrections"("school_id", "record_id");

-- CreateIndex
CREATE INDEX "idx_attendance_corrections_requester" ON "attendance_corrections"("requested_by");

-- CreateIndex
CREATE INDEX "idx_attendance_corrections_decider" ON "attendance_corrections"("decided_by");

-- CreateIndex
CREATE INDEX "idx_absence_excuses_enrollment" ON "absence_excuses"("school_id", "enrollment_id", "valid_from");

-- CreateIndex
CREATE INDEX "idx_absence_excuses_status" ON "absence_excuses"("school_id", "status", "valid_from");

-- CreateIndex
CREATE INDEX "idx_absence_excuses_guardian" ON "absence_excuses"("school_id", "guardian_id");

-- CreateIndex
CREATE INDEX "idx_absence_excuses_file" ON "absence_excuses"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_absence_excuses_decider" ON "absence_excuses"("decided_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_catalog_entries_code" ON "catalog_entries"("catalog", "code", "valid_from_year");

-- CreateIndex
CREATE UNIQUE INDEX "uq_catalog_overrides_code" ON "catalog_overrides"("school_id", "catalog", "code");

-- CreateIndex
CREATE INDEX "idx_communications_status" ON "communications"("school_id", "status", "sent_at");

-- CreateIndex
CREATE INDEX "idx_communications_creator" ON "communications"("created_by");

-- CreateIndex
CREATE INDEX "idx_communication_recipients_guardian" ON "communication_recipients"("school_id", "guardian_id", "read_at");

-- CreateIndex
CREATE INDEX "idx_communication_recipients_student" ON "communication_recipients"("school_id", "student_id", "read_at");

-- CreateIndex
CREATE INDEX "idx_communication_recipients_user" ON "communication_recipients"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_communication_recipients_person" ON "communication_recipients"("school_id", "communication_id", "recipient_key");

-- CreateIndex
CREATE INDEX "idx_communication_files_file" ON "communication_files"("school_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_communication_files_file" ON "communication_files"("school_id", "communication_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_discipline_cases_status" ON "discipline_cases"("school_id", "status", "occurred_at");

-- CreateIndex
CREATE INDEX "idx_discipline_cases_reporter" ON "discipline_cases"("reported_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_discipline_cases_number" ON "discipline_cases"("school_id", "school_year_id", "number");

-- CreateIndex
CREATE INDEX "idx_discipline_parties_student" ON "discipline_parties"("school_id", "student_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_discipline_parties_student" ON "discipline_parties"("school_id", "case_id", "student_id");

-- CreateIndex
CREATE INDEX "idx_discipline_events_case" ON "discipline_events"("school_id", "case_id", "occurred_at");

-- CreateIndex
CREATE INDEX "idx_discipline_events_due" ON "discipline_events"("school_id", "due_on");

-- CreateIndex
CREATE INDEX "idx_discipline_events_file" ON "discipline_events"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_discipline_events_actor" ON "discipline_events"("actor_id");

-- CreateIndex
CREATE INDEX "idx_observer_entries_student" ON "observer_entries"("school_id", "student_id", "occurred_at");

-- CreateIndex
CREATE INDEX "idx_observer_entries_school_year" ON "observer_entries"("school_id", "school_year_id");

-- CreateIndex
CREATE INDEX "idx_observer_entries_case" ON "observer_entries"("school_id", "case_id");

-- CreateIndex
CREATE INDEX "idx_observer_entries_annuls" ON "observer_entries"("school_id", "annuls_id");

-- CreateIndex
CREATE INDEX "idx_observer_entries_actor" ON "observer_entries"("actor_id");

-- CreateIndex
CREATE INDEX "idx_evaluation_rules_creator" ON "evaluation_rules"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_evaluation_rules_number" ON "evaluation_rules"("school_id", "school_year_id", "number");

-- CreateIndex
CREATE INDEX "idx_period_events_period" ON "period_events"("school_id", "academic_period_id", "at");

-- CreateIndex
CREATE INDEX "idx_period_events_evaluation_rules" ON "period_events"("school_id", "evaluation_rules_id");

-- CreateIndex
CREATE INDEX "idx_period_events_actor" ON "period_events"("actor_id");

-- CreateIndex
CREATE INDEX "idx_period_courses_period" ON "period_courses"("school_id", "academic_period_id", "status");

-- CreateIndex
CREATE INDEX "idx_period_courses_submitter" ON "period_courses"("submitted_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_period_courses_course" ON "period_courses"("school_id", "course_offering_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_evaluation_categories_academic_period" ON "evaluation_categories"("school_id", "academic_period_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_evaluation_categories_name" ON "evaluation_categories"("school_id", "course_offering_id", "academic_period_id", "name");

-- CreateIndex
CREATE INDEX "idx_evaluation_activities_course" ON "evaluation_activities"("school_id", "course_offering_id", "academic_period_id", "position");

-- CreateIndex
CREATE INDEX "idx_evaluation_activities_due" ON "evaluation_activities"("school_id", "academic_period_id", "due_on");

-- CreateIndex
CREATE INDEX "idx_evaluation_activities_category" ON "evaluation_activities"("school_id", "category_id");

-- CreateIndex
CREATE INDEX "idx_evaluation_activities_creator" ON "evaluation_activities"("created_by");

-- CreateIndex
CREATE INDEX "idx_activity_files_file" ON "activity_files"("school_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_activity_files_file" ON "activity_files"("school_id", "activity_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_activity_scores_enrollment" ON "activity_scores"("school_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_activity_scores_updater" ON "activity_scores"("updated_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_activity_scores_student" ON "activity_scores"("school_id", "activity_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_activity_score_history_score" ON "activity_score_history"("school_id", "score_id", "changed_at");

-- CreateIndex
CREATE INDEX "idx_activity_score_history_changer" ON "activity_score_history"("changed_by");

-- CreateIndex
CREATE INDEX "idx_recoveries_enrollment" ON "recoveries"("school_id", "enrollment_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_recoveries_offering" ON "recoveries"("school_id", "course_offering_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_recoveries_academic_period" ON "recoveries"("school_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_recoveries_recorder" ON "recoveries"("recorded_by");

-- CreateIndex
CREATE INDEX "idx_comment_phrases_kind" ON "comment_phrases"("school_id", "kind", "grade_level");

-- CreateIndex
CREATE INDEX "idx_comment_phrases_subject" ON "comment_phrases"("school_id", "subject_id");

-- CreateIndex
CREATE INDEX "idx_comment_phrases_owner" ON "comment_phrases"("owner_id");

-- CreateIndex
CREATE INDEX "idx_course_achievements_course" ON "course_achievements"("school_id", "course_offering_id", "academic_period_id", "position");

-- CreateIndex
CREATE INDEX "idx_course_achievements_academic_period" ON "course_achievements"("school_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_course_comments_enrollment" ON "course_comments"("school_id", "enrollment_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_course_comments_period" ON "course_comments"("school_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_course_comments_updater" ON "course_comments"("updated_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_course_comments_student" ON "course_comments"("school_id", "course_offering_id", "academic_period_id", "enrollment_id", "kind");

-- CreateIndex
CREATE INDEX "idx_period_observations_enrollment" ON "period_observations"("school_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_period_observations_updater" ON "period_observations"("updated_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_period_observations_student" ON "period_observations"("school_id", "academic_period_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_piar_plans_status" ON "piar_plans"("school_id", "school_year_id", "status");

-- CreateIndex
CREATE INDEX "idx_piar_plans_creator" ON "piar_plans"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_piar_plans_number" ON "piar_plans"("school_id", "student_id", "school_year_id", "number");

-- CreateIndex
CREATE INDEX "idx_piar_health_updater" ON "piar_health"("updated_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_piar_health_plan" ON "piar_health"("school_id", "plan_id");

-- CreateIndex
CREATE INDEX "idx_piar_adjustments_area" ON "piar_adjustments"("school_id", "area_id");

-- CreateIndex
CREATE INDEX "idx_piar_adjustments_updater" ON "piar_adjustments"("updated_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_piar_adjustments_label" ON "piar_adjustments"("school_id", "plan_id", "term", "label");

-- CreateIndex
CREATE INDEX "idx_piar_signatures_plan" ON "piar_signatures"("school_id", "plan_id");

-- CreateIndex
CREATE INDEX "idx_piar_signatures_file" ON "piar_signatures"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_piar_signatures_user" ON "piar_signatures"("user_id");

-- CreateIndex
CREATE INDEX "idx_piar_follow_ups_plan" ON "piar_follow_ups"("school_id", "plan_id", "held_on");

-- CreateIndex
CREATE INDEX "idx_piar_follow_ups_actor" ON "piar_follow_ups"("actor_id");

-- CreateIndex
CREATE INDEX "idx_stored_files_purpose" ON "stored_files"("school_id", "purpose", "created_at");

-- CreateIndex
CREATE INDEX "idx_stored_files_creator" ON "stored_files"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_stored_files_key" ON "stored_files"("school_id", "object_key");

-- CreateIndex
CREATE INDEX "idx_simat_snapshots_year" ON "simat_snapshots"("school_id", "school_year_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_simat_snapshots_file" ON "simat_snapshots"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_simat_snapshots_creator" ON "simat_snapshots"("created_by");

-- CreateIndex
CREATE INDEX "idx_signing_keys_active" ON "signing_keys"("school_id", "active_from");

-- CreateIndex
CREATE INDEX "idx_issued_documents_student" ON "issued_documents"("school_id", "student_id", "issued_at");

-- CreateIndex
CREATE INDEX "idx_issued_documents_enrollment" ON "issued_documents"("school_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_issued_documents_report_card" ON "issued_documents"("school_id", "report_card_id");

-- CreateIndex
CREATE INDEX "idx_issued_documents_replaces" ON "issued_documents"("school_id", "replaces_id");

-- CreateIndex
CREATE INDEX "idx_issued_documents_signing_key" ON "issued_documents"("school_id", "signing_key_id");

-- CreateIndex
CREATE INDEX "idx_issued_documents_file" ON "issued_documents"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_issued_documents_issuer" ON "issued_documents"("issued_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_issued_documents_number" ON "issued_documents"("school_id", "series", "number");

-- CreateIndex
CREATE UNIQUE INDEX "uq_issued_documents_code" ON "issued_documents"("school_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "uq_counters_scope" ON "counters"("school_id", "scope");

-- CreateIndex
CREATE INDEX "idx_school_purges_school" ON "school_purges"("purged_school_id");

-- CreateIndex
CREATE INDEX "idx_school_purges_status" ON "school_purges"("status", "run_after");

-- CreateIndex
CREATE INDEX "idx_course_results_enrollment" ON "course_results"("school_id", "enrollment_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_course_results_period" ON "course_results"("school_id", "academic_period_id", "level");

-- CreateIndex
CREATE INDEX "idx_course_results_rules" ON "course_results"("school_id", "evaluation_rules_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_course_results_student" ON "course_results"("school_id", "course_offering_id", "academic_period_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_evaluation_meetings_year" ON "evaluation_meetings"("school_id", "school_year_id", "held_on");

-- CreateIndex
CREATE INDEX "idx_evaluation_meetings_academic_period" ON "evaluation_meetings"("school_id", "academic_period_id");

-- CreateIndex
CREATE INDEX "idx_evaluation_meetings_minutes_file" ON "evaluation_meetings"("school_id", "minutes_file_id");

-- CreateIndex
CREATE INDEX "idx_evaluation_meetings_creator" ON "evaluation_meetings"("created_by");

-- CreateIndex
CREATE INDEX "idx_meeting_members_meeting" ON "meeting_members"("school_id", "meeting_id");

-- CreateIndex
CREATE INDEX "idx_meeting_members_user" ON "meeting_members"("user_id");

-- CreateIndex
CREATE INDEX "idx_meeting_decisions_meeting" ON "meeting_decisions"("school_id", "meeting_id");

-- CreateIndex
CREATE INDEX "idx_meeting_decisions_enrollment" ON "meeting_decisions"("school_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_meeting_decisions_creator" ON "meeting_decisions"("created_by");

-- CreateIndex
CREATE INDEX "idx_promotions_status" ON "promotions"("school_id", "status");

-- CreateIndex
CREATE INDEX "idx_promotions_meeting" ON "promotions"("school_id", "meeting_id");

-- CreateIndex
CREATE INDEX "idx_promotions_decider" ON "promotions"("decided_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_promotions_enrollment" ON "promotions"("school_id", "enrollment_id");

-- CreateIndex
CREATE INDEX "idx_report_cards_period" ON "report_cards"("school_id", "academic_period_id", "status");

-- CreateIndex
CREATE INDEX "idx_report_cards_evaluation_rules" ON "report_cards"("school_id", "evaluation_rules_id");

-- CreateIndex
CREATE INDEX "idx_report_cards_file" ON "report_cards"("school_id", "file_id");

-- CreateIndex
CREATE INDEX "idx_report_cards_creator" ON "report_cards"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_report_cards_number" ON "report_cards"("school_id", "enrollment_id", "academic_period_id", "kind", "number");

-- AddForeignKey
ALTER TABLE "academic_areas" ADD CONSTRAINT "academic_areas_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject_catalog" ADD CONSTRAINT "subject_catalog_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subject_catalog" ADD CONSTRAINT "subject_catalog_school_id_area_id_fkey" FOREIGN KEY ("school_id", "area_id") REFERENCES "academic_areas"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "study_plans" ADD CONSTRAINT "study_plans_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "study_plans" ADD CONSTRAINT "study_plans_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "study_plan_items" ADD CONSTRAINT "study_plan_items_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "study_plan_items" ADD CONSTRAINT "study_plan_items_school_id_study_plan_id_fkey" FOREIGN KEY ("school_id", "study_plan_id") REFERENCES "study_plans"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "study_plan_items" ADD CONSTRAINT "study_plan_items_school_id_subject_id_fkey" FOREIGN KEY ("school_id", "subject_id") REFERENCES "subject_catalog"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade_hours" ADD CONSTRAINT "grade_hours_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "grade_hours" ADD CONSTRAINT "grade_hours_school_id_study_plan_id_fkey" FOREIGN KEY ("school_id", "study_plan_id") REFERENCES "study_plans"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_school_id_study_plan_id_fkey" FOREIGN KEY ("school_id", "study_plan_id") REFERENCES "study_plans"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_director_id_fkey" FOREIGN KEY ("director_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_groups" ADD CONSTRAINT "class_groups_school_id_director_id_fkey" FOREIGN KEY ("school_id", "director_id") REFERENCES "school_memberships"("school_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_placements" ADD CONSTRAINT "group_placements_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_placements" ADD CONSTRAINT "group_placements_school_id_class_group_id_fkey" FOREIGN KEY ("school_id", "class_group_id") REFERENCES "class_groups"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_placements" ADD CONSTRAINT "group_placements_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "group_placements" ADD CONSTRAINT "group_placements_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_offerings" ADD CONSTRAINT "course_offerings_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_offerings" ADD CONSTRAINT "course_offerings_school_id_class_group_id_fkey" FOREIGN KEY ("school_id", "class_group_id") REFERENCES "class_groups"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_offerings" ADD CONSTRAINT "course_offerings_school_id_subject_id_fkey" FOREIGN KEY ("school_id", "subject_id") REFERENCES "subject_catalog"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "teacher_assignments_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "teacher_assignments_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "teacher_assignments_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "teacher_assignments_school_id_teacher_id_fkey" FOREIGN KEY ("school_id", "teacher_id") REFERENCES "school_memberships"("school_id", "user_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "teacher_assignments_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_enrollments" ADD CONSTRAINT "course_enrollments_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_enrollments" ADD CONSTRAINT "course_enrollments_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_enrollments" ADD CONSTRAINT "course_enrollments_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "timetable_slots" ADD CONSTRAINT "timetable_slots_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "timetable_slots" ADD CONSTRAINT "timetable_slots_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_lists" ADD CONSTRAINT "attendance_lists_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_lists" ADD CONSTRAINT "attendance_lists_school_id_class_group_id_fkey" FOREIGN KEY ("school_id", "class_group_id") REFERENCES "class_groups"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_lists" ADD CONSTRAINT "attendance_lists_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_lists" ADD CONSTRAINT "attendance_lists_taken_by_fkey" FOREIGN KEY ("taken_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_school_id_list_id_fkey" FOREIGN KEY ("school_id", "list_id") REFERENCES "attendance_lists"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_school_id_excuse_id_fkey" FOREIGN KEY ("school_id", "excuse_id") REFERENCES "absence_excuses"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_records" ADD CONSTRAINT "attendance_records_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_history" ADD CONSTRAINT "attendance_history_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_history" ADD CONSTRAINT "attendance_history_school_id_record_id_fkey" FOREIGN KEY ("school_id", "record_id") REFERENCES "attendance_records"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_history" ADD CONSTRAINT "attendance_history_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "attendance_corrections_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "attendance_corrections_school_id_record_id_fkey" FOREIGN KEY ("school_id", "record_id") REFERENCES "attendance_records"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "attendance_corrections_requested_by_fkey" FOREIGN KEY ("requested_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "attendance_corrections_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_school_id_guardian_id_fkey" FOREIGN KEY ("school_id", "guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "absence_excuses" ADD CONSTRAINT "absence_excuses_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "catalog_overrides" ADD CONSTRAINT "catalog_overrides_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communications" ADD CONSTRAINT "communications_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communications" ADD CONSTRAINT "communications_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_recipients" ADD CONSTRAINT "communication_recipients_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_recipients" ADD CONSTRAINT "communication_recipients_school_id_communication_id_fkey" FOREIGN KEY ("school_id", "communication_id") REFERENCES "communications"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_recipients" ADD CONSTRAINT "communication_recipients_school_id_guardian_id_fkey" FOREIGN KEY ("school_id", "guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_recipients" ADD CONSTRAINT "communication_recipients_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_recipients" ADD CONSTRAINT "communication_recipients_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_files" ADD CONSTRAINT "communication_files_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_files" ADD CONSTRAINT "communication_files_school_id_communication_id_fkey" FOREIGN KEY ("school_id", "communication_id") REFERENCES "communications"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "communication_files" ADD CONSTRAINT "communication_files_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_cases" ADD CONSTRAINT "discipline_cases_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_cases" ADD CONSTRAINT "discipline_cases_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_cases" ADD CONSTRAINT "discipline_cases_reported_by_fkey" FOREIGN KEY ("reported_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_parties" ADD CONSTRAINT "discipline_parties_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_parties" ADD CONSTRAINT "discipline_parties_school_id_case_id_fkey" FOREIGN KEY ("school_id", "case_id") REFERENCES "discipline_cases"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_parties" ADD CONSTRAINT "discipline_parties_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_events" ADD CONSTRAINT "discipline_events_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_events" ADD CONSTRAINT "discipline_events_school_id_case_id_fkey" FOREIGN KEY ("school_id", "case_id") REFERENCES "discipline_cases"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_events" ADD CONSTRAINT "discipline_events_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "discipline_events" ADD CONSTRAINT "discipline_events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "observer_entries" ADD CONSTRAINT "observer_entries_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "observer_entries" ADD CONSTRAINT "observer_entries_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "observer_entries" ADD CONSTRAINT "observer_entries_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "observer_entries" ADD CONSTRAINT "observer_entries_school_id_case_id_fkey" FOREIGN KEY ("school_id", "case_id") REFERENCES "discipline_cases"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "observer_entries" ADD CONSTRAINT "observer_entries_school_id_annuls_id_fkey" FOREIGN KEY ("school_id", "annuls_id") REFERENCES "observer_entries"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "observer_entries" ADD CONSTRAINT "observer_entries_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_rules" ADD CONSTRAINT "evaluation_rules_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_rules" ADD CONSTRAINT "evaluation_rules_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_rules" ADD CONSTRAINT "evaluation_rules_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_events" ADD CONSTRAINT "period_events_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_events" ADD CONSTRAINT "period_events_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_events" ADD CONSTRAINT "period_events_school_id_evaluation_rules_id_fkey" FOREIGN KEY ("school_id", "evaluation_rules_id") REFERENCES "evaluation_rules"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_events" ADD CONSTRAINT "period_events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_courses" ADD CONSTRAINT "period_courses_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_courses" ADD CONSTRAINT "period_courses_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_courses" ADD CONSTRAINT "period_courses_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_courses" ADD CONSTRAINT "period_courses_submitted_by_fkey" FOREIGN KEY ("submitted_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_categories" ADD CONSTRAINT "evaluation_categories_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_categories" ADD CONSTRAINT "evaluation_categories_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_categories" ADD CONSTRAINT "evaluation_categories_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "evaluation_activities_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "evaluation_activities_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "evaluation_activities_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "evaluation_activities_school_id_category_id_fkey" FOREIGN KEY ("school_id", "category_id") REFERENCES "evaluation_categories"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "evaluation_activities_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_files" ADD CONSTRAINT "activity_files_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_files" ADD CONSTRAINT "activity_files_school_id_activity_id_fkey" FOREIGN KEY ("school_id", "activity_id") REFERENCES "evaluation_activities"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_files" ADD CONSTRAINT "activity_files_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_scores" ADD CONSTRAINT "activity_scores_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_scores" ADD CONSTRAINT "activity_scores_school_id_activity_id_fkey" FOREIGN KEY ("school_id", "activity_id") REFERENCES "evaluation_activities"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_scores" ADD CONSTRAINT "activity_scores_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_scores" ADD CONSTRAINT "activity_scores_updated_by_fkey" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_score_history" ADD CONSTRAINT "activity_score_history_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_score_history" ADD CONSTRAINT "activity_score_history_school_id_score_id_fkey" FOREIGN KEY ("school_id", "score_id") REFERENCES "activity_scores"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "activity_score_history" ADD CONSTRAINT "activity_score_history_changed_by_fkey" FOREIGN KEY ("changed_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment_phrases" ADD CONSTRAINT "comment_phrases_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment_phrases" ADD CONSTRAINT "comment_phrases_school_id_subject_id_fkey" FOREIGN KEY ("school_id", "subject_id") REFERENCES "subject_catalog"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment_phrases" ADD CONSTRAINT "comment_phrases_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_achievements" ADD CONSTRAINT "course_achievements_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_achievements" ADD CONSTRAINT "course_achievements_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_achievements" ADD CONSTRAINT "course_achievements_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_comments" ADD CONSTRAINT "course_comments_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_comments" ADD CONSTRAINT "course_comments_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_comments" ADD CONSTRAINT "course_comments_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_comments" ADD CONSTRAINT "course_comments_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_comments" ADD CONSTRAINT "course_comments_updated_by_fkey" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_observations" ADD CONSTRAINT "period_observations_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_observations" ADD CONSTRAINT "period_observations_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_observations" ADD CONSTRAINT "period_observations_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "period_observations" ADD CONSTRAINT "period_observations_updated_by_fkey" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_plans" ADD CONSTRAINT "piar_plans_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_plans" ADD CONSTRAINT "piar_plans_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_plans" ADD CONSTRAINT "piar_plans_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_plans" ADD CONSTRAINT "piar_plans_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_health" ADD CONSTRAINT "piar_health_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_health" ADD CONSTRAINT "piar_health_school_id_plan_id_fkey" FOREIGN KEY ("school_id", "plan_id") REFERENCES "piar_plans"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_health" ADD CONSTRAINT "piar_health_updated_by_fkey" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_adjustments" ADD CONSTRAINT "piar_adjustments_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_adjustments" ADD CONSTRAINT "piar_adjustments_school_id_plan_id_fkey" FOREIGN KEY ("school_id", "plan_id") REFERENCES "piar_plans"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_adjustments" ADD CONSTRAINT "piar_adjustments_school_id_area_id_fkey" FOREIGN KEY ("school_id", "area_id") REFERENCES "academic_areas"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_adjustments" ADD CONSTRAINT "piar_adjustments_updated_by_fkey" FOREIGN KEY ("updated_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_signatures" ADD CONSTRAINT "piar_signatures_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_signatures" ADD CONSTRAINT "piar_signatures_school_id_plan_id_fkey" FOREIGN KEY ("school_id", "plan_id") REFERENCES "piar_plans"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_signatures" ADD CONSTRAINT "piar_signatures_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_signatures" ADD CONSTRAINT "piar_signatures_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_follow_ups" ADD CONSTRAINT "piar_follow_ups_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_follow_ups" ADD CONSTRAINT "piar_follow_ups_school_id_plan_id_fkey" FOREIGN KEY ("school_id", "plan_id") REFERENCES "piar_plans"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "piar_follow_ups" ADD CONSTRAINT "piar_follow_ups_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "simat_snapshots_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "simat_snapshots_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "simat_snapshots_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "simat_snapshots_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "signing_keys" ADD CONSTRAINT "signing_keys_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_report_card_id_fkey" FOREIGN KEY ("school_id", "report_card_id") REFERENCES "report_cards"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_replaces_id_fkey" FOREIGN KEY ("school_id", "replaces_id") REFERENCES "issued_documents"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_signing_key_id_fkey" FOREIGN KEY ("school_id", "signing_key_id") REFERENCES "signing_keys"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "issued_documents" ADD CONSTRAINT "issued_documents_issued_by_fkey" FOREIGN KEY ("issued_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "counters" ADD CONSTRAINT "counters_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_results" ADD CONSTRAINT "course_results_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_results" ADD CONSTRAINT "course_results_school_id_course_offering_id_fkey" FOREIGN KEY ("school_id", "course_offering_id") REFERENCES "course_offerings"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_results" ADD CONSTRAINT "course_results_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_results" ADD CONSTRAINT "course_results_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "course_results" ADD CONSTRAINT "course_results_school_id_evaluation_rules_id_fkey" FOREIGN KEY ("school_id", "evaluation_rules_id") REFERENCES "evaluation_rules"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_meetings" ADD CONSTRAINT "evaluation_meetings_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_meetings" ADD CONSTRAINT "evaluation_meetings_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_meetings" ADD CONSTRAINT "evaluation_meetings_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_meetings" ADD CONSTRAINT "evaluation_meetings_school_id_minutes_file_id_fkey" FOREIGN KEY ("school_id", "minutes_file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "evaluation_meetings" ADD CONSTRAINT "evaluation_meetings_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_school_id_meeting_id_fkey" FOREIGN KEY ("school_id", "meeting_id") REFERENCES "evaluation_meetings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_members" ADD CONSTRAINT "meeting_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_school_id_meeting_id_fkey" FOREIGN KEY ("school_id", "meeting_id") REFERENCES "evaluation_meetings"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "meeting_decisions_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_school_id_meeting_id_fkey" FOREIGN KEY ("school_id", "meeting_id") REFERENCES "evaluation_meetings"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_decided_by_fkey" FOREIGN KEY ("decided_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_cards" ADD CONSTRAINT "report_cards_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_cards" ADD CONSTRAINT "report_cards_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_cards" ADD CONSTRAINT "report_cards_school_id_academic_period_id_fkey" FOREIGN KEY ("school_id", "academic_period_id") REFERENCES "academic_periods"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_cards" ADD CONSTRAINT "report_cards_school_id_evaluation_rules_id_fkey" FOREIGN KEY ("school_id", "evaluation_rules_id") REFERENCES "evaluation_rules"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_cards" ADD CONSTRAINT "report_cards_school_id_file_id_fkey" FOREIGN KEY ("school_id", "file_id") REFERENCES "stored_files"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "report_cards" ADD CONSTRAINT "report_cards_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- What Prisma's schema language cannot say: checks, partial indexes.

ALTER TABLE "subject_catalog" ADD CONSTRAINT "chk_subject_catalog_assessment" CHECK (
  assessment IN ('numeric', 'descriptive'));
ALTER TABLE "study_plans" ADD CONSTRAINT "chk_study_plans_status" CHECK (status IN ('draft', 'approved'));
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "chk_teacher_assignments_role" CHECK (
  role IN ('main', 'support', 'substitute'));
ALTER TABLE "calendar_days" ADD CONSTRAINT "chk_calendar_days_kind" CHECK (kind IN ('off', 'recess', 'event', 'extra'));
ALTER TABLE "evaluation_rules" ADD CONSTRAINT "chk_evaluation_rules_status" CHECK (
  status IN ('draft', 'active', 'superseded'));
ALTER TABLE "period_courses" ADD CONSTRAINT "chk_period_courses_status" CHECK (
  status IN ('open', 'submitted', 'returned'));
ALTER TABLE "period_events" ADD CONSTRAINT "chk_period_events_from_status" CHECK (
  from_status IN ('draft', 'open', 'closed', 'published'));
ALTER TABLE "period_events" ADD CONSTRAINT "chk_period_events_to_status" CHECK (
  to_status IN ('draft', 'open', 'closed', 'published'));
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "chk_evaluation_activities_type" CHECK (
  type IN ('task', 'quiz', 'exam', 'workshop', 'project', 'other'));
ALTER TABLE "activity_scores" ADD CONSTRAINT "chk_activity_scores_status" CHECK (
  status IN ('scored', 'late', 'not_submitted', 'excused'));
ALTER TABLE "activity_score_history" ADD CONSTRAINT "chk_activity_score_history_source" CHECK (
  source IN ('grid', 'paste', 'import', 'api', 'undo'));
ALTER TABLE "recoveries" ADD CONSTRAINT "chk_recoveries_status" CHECK (status IN ('planned', 'done', 'annulled'));
ALTER TABLE "comment_phrases" ADD CONSTRAINT "chk_comment_phrases_kind" CHECK (
  kind IN ('achievement', 'strength', 'difficulty', 'recommendation', 'observation'));
ALTER TABLE "course_results" ADD CONSTRAINT "chk_course_results_level" CHECK (
  level IN ('superior', 'high', 'basic', 'low'));
ALTER TABLE "evaluation_meetings" ADD CONSTRAINT "chk_evaluation_meetings_status" CHECK (
  status IN ('planned', 'held', 'signed'));
ALTER TABLE "meeting_decisions" ADD CONSTRAINT "chk_meeting_decisions_kind" CHECK (
  kind IN ('promotion', 'recovery', 'support', 'warning', 'other'));
ALTER TABLE "promotions" ADD CONSTRAINT "chk_promotions_status" CHECK (
  status IN ('promoted', 'not_promoted', 'pending', 'early'));
ALTER TABLE "report_cards" ADD CONSTRAINT "chk_report_cards_kind" CHECK (kind IN ('period', 'final'));
ALTER TABLE "report_cards" ADD CONSTRAINT "chk_report_cards_status" CHECK (
  status IN ('issued', 'published', 'replaced', 'annulled'));
ALTER TABLE "attendance_records" ADD CONSTRAINT "chk_attendance_records_status" CHECK (
  status IN ('present', 'absent', 'late', 'excused'));
ALTER TABLE "attendance_history" ADD CONSTRAINT "chk_attendance_history_before_status" CHECK (
  before_status IN ('present', 'absent', 'late', 'excused'));
ALTER TABLE "attendance_history" ADD CONSTRAINT "chk_attendance_history_after_status" CHECK (
  after_status IN ('present', 'absent', 'late', 'excused'));
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "chk_attendance_corrections_wanted_status" CHECK (
  wanted_status IN ('present', 'absent', 'late', 'excused'));
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "chk_attendance_corrections_status" CHECK (
  status IN ('pending', 'approved', 'rejected'));
ALTER TABLE "absence_excuses" ADD CONSTRAINT "chk_absence_excuses_status" CHECK (
  status IN ('pending', 'accepted', 'rejected'));
ALTER TABLE "communications" ADD CONSTRAINT "chk_communications_kind" CHECK (
  kind IN ('announcement', 'message', 'circular'));
ALTER TABLE "communications" ADD CONSTRAINT "chk_communications_status" CHECK (
  status IN ('draft', 'scheduled', 'sent', 'cancelled'));
ALTER TABLE "communication_recipients" ADD CONSTRAINT "chk_communication_recipients_channel" CHECK (
  channel IN ('portal', 'email', 'whatsapp', 'print'));
ALTER TABLE "discipline_cases" ADD CONSTRAINT "chk_discipline_cases_type" CHECK (type IN ('I', 'II', 'III'));
ALTER TABLE "discipline_cases" ADD CONSTRAINT "chk_discipline_cases_status" CHECK (
  status IN ('open', 'in_process', 'follow_up', 'closed', 'annulled'));
ALTER TABLE "discipline_parties" ADD CONSTRAINT "chk_discipline_parties_role" CHECK (
  role IN ('affected', 'involved', 'witness'));
ALTER TABLE "discipline_events" ADD CONSTRAINT "chk_discipline_events_kind" CHECK (
  kind IN ('report', 'health_care', 'notification', 'mediation', 'referral', 'measure', 'commitment', 'meeting', 'follow_up', 'closure', 'annulment'));
ALTER TABLE "observer_entries" ADD CONSTRAINT "chk_observer_entries_kind" CHECK (
  kind IN ('positive', 'follow_up', 'fault', 'commitment', 'annulment'));
ALTER TABLE "piar_plans" ADD CONSTRAINT "chk_piar_plans_status" CHECK (
  status IN ('draft', 'agreed', 'signed', 'closed'));
ALTER TABLE "piar_signatures" ADD CONSTRAINT "chk_piar_signatures_role" CHECK (
  role IN ('guardian', 'student', 'teacher', 'support_teacher', 'director'));
ALTER TABLE "piar_signatures" ADD CONSTRAINT "chk_piar_signatures_method" CHECK (method IN ('paper', 'person', 'link'));
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_purpose" CHECK (
  purpose IN ('activity', 'excuse', 'communication', 'evidence', 'report_card', 'certificate', 'minutes', 'simat', 'export'));
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_status" CHECK (status IN ('expected', 'ready', 'refused'));
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "chk_simat_snapshots_kind" CHECK (
  kind IN ('export', 'import', 'reconciliation'));
ALTER TABLE "issued_documents" ADD CONSTRAINT "chk_issued_documents_kind" CHECK (
  kind IN ('enrollment_certificate', 'grades_certificate', 'performance_certificate', 'clearance', 'report_card', 'final_report', 'withdrawal', 'other'));
ALTER TABLE "issued_documents" ADD CONSTRAINT "chk_issued_documents_status" CHECK (
  status IN ('valid', 'replaced', 'annulled'));
ALTER TABLE "school_purges" ADD CONSTRAINT "chk_school_purges_status" CHECK (
  status IN ('waiting', 'running', 'done', 'cancelled'));

ALTER TABLE "group_placements" ADD CONSTRAINT "chk_group_placements_dates" CHECK (valid_to >= valid_from);
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "chk_teacher_assignments_dates" CHECK (valid_to >= valid_from);
ALTER TABLE "course_enrollments" ADD CONSTRAINT "chk_course_enrollments_dates" CHECK (valid_to >= valid_from);
ALTER TABLE "timetable_slots" ADD CONSTRAINT "chk_timetable_slots_dates" CHECK (valid_to >= valid_from);
ALTER TABLE "absence_excuses" ADD CONSTRAINT "chk_absence_excuses_dates" CHECK (valid_to >= valid_from);
ALTER TABLE "catalog_entries" ADD CONSTRAINT "chk_catalog_entries_years" CHECK (valid_to_year >= valid_from_year);

-- Weights and shares are percent.
ALTER TABLE "study_plan_items" ADD CONSTRAINT "chk_study_plan_items_area_weight" CHECK (area_weight BETWEEN 0 AND 100);
ALTER TABLE "course_offerings" ADD CONSTRAINT "chk_course_offerings_area_weight" CHECK (area_weight BETWEEN 0 AND 100);
ALTER TABLE "evaluation_categories" ADD CONSTRAINT "chk_evaluation_categories_weight" CHECK (weight BETWEEN 0 AND 100);
ALTER TABLE "evaluation_activities" ADD CONSTRAINT "chk_evaluation_activities_weight" CHECK (weight BETWEEN 0 AND 100);
ALTER TABLE "promotions" ADD CONSTRAINT "chk_promotions_absence_percent" CHECK (absence_percent BETWEEN 0 AND 100);
ALTER TABLE "study_plan_items" ADD CONSTRAINT "chk_study_plan_items_hours" CHECK (
  weekly_hours >= 0 AND weekly_hours <= 60);
ALTER TABLE "grade_hours" ADD CONSTRAINT "chk_grade_hours_hours" CHECK (weekly_hours >= 0 AND weekly_hours <= 60);
ALTER TABLE "course_offerings" ADD CONSTRAINT "chk_course_offerings_hours" CHECK (
  weekly_hours >= 0 AND weekly_hours <= 60);

-- A score lies on the scale that held when it was written; what was not handed in or is excused has none.
ALTER TABLE "activity_scores" ADD CONSTRAINT "chk_activity_scores_score" CHECK (
  score >= 0 AND score <= scale_max AND scale_max > 0);
ALTER TABLE "activity_scores" ADD CONSTRAINT "chk_activity_scores_value" CHECK (
  (score IS NOT NULL) = (status IN ('scored', 'late')));
ALTER TABLE "recoveries" ADD CONSTRAINT "chk_recoveries_scores" CHECK (
  least(original_value, score, final_value, ceiling) >= 0 AND greatest(original_value, score, final_value, ceiling) <= scale_max);
ALTER TABLE "recoveries" ADD CONSTRAINT "chk_recoveries_done" CHECK (
  status <> 'done' OR (score IS NOT NULL AND final_value IS NOT NULL));
ALTER TABLE "course_results" ADD CONSTRAINT "chk_course_results_value" CHECK (
  value >= 0 AND value <= scale_max AND scale_max > 0);

-- An open assignment has a teacher: a person who holds one cannot be deleted, and past ones outlive the person.
ALTER TABLE "teacher_assignments" ADD CONSTRAINT "chk_teacher_assignments_teacher" CHECK (
  teacher_id IS NOT NULL OR valid_to IS NOT NULL);

ALTER TABLE "academic_areas" ADD CONSTRAINT "chk_academic_areas_legal_code" CHECK (legal_code BETWEEN 1 AND 9);
ALTER TABLE "class_groups" ADD CONSTRAINT "chk_class_groups_capacity" CHECK (capacity > 0);
ALTER TABLE "timetable_slots" ADD CONSTRAINT "chk_timetable_slots_time" CHECK (
  weekday BETWEEN 1 AND 7 AND starts_minute >= 0 AND ends_minute > starts_minute AND ends_minute <= 1440);
ALTER TABLE "evaluation_rules" ADD CONSTRAINT "chk_evaluation_rules_number" CHECK (number >= 1);
ALTER TABLE "period_events" ADD CONSTRAINT "chk_period_events_reopened" CHECK (
  NOT (from_status IN ('closed', 'published') AND to_status = 'open') OR reason IS NOT NULL);
ALTER TABLE "attendance_lists" ADD CONSTRAINT "chk_attendance_lists_lesson" CHECK (lesson BETWEEN 0 AND 24);
ALTER TABLE "attendance_records" ADD CONSTRAINT "chk_attendance_records_late" CHECK (
  minutes_late >= 0 AND (minutes_late IS NULL OR status = 'late'));
ALTER TABLE "attendance_corrections" ADD CONSTRAINT "chk_attendance_corrections_decided" CHECK (
  (status = 'pending') = (decided_at IS NULL));
ALTER TABLE "report_cards" ADD CONSTRAINT "chk_report_cards_period" CHECK (
  (kind = 'period') = (academic_period_id IS NOT NULL));
ALTER TABLE "report_cards" ADD CONSTRAINT "chk_report_cards_number" CHECK (number >= 1);
ALTER TABLE "promotions" ADD CONSTRAINT "chk_promotions_failed_areas" CHECK (failed_areas >= 0);
ALTER TABLE "communications" ADD CONSTRAINT "chk_communications_sent" CHECK ((status = 'sent') = (sent_at IS NOT NULL));
ALTER TABLE "discipline_cases" ADD CONSTRAINT "chk_discipline_cases_number" CHECK (number >= 1);
ALTER TABLE "observer_entries" ADD CONSTRAINT "chk_observer_entries_annuls" CHECK (
  (kind = 'annulment') = (annuls_id IS NOT NULL));
ALTER TABLE "piar_plans" ADD CONSTRAINT "chk_piar_plans_number" CHECK (number >= 1);
ALTER TABLE "piar_adjustments" ADD CONSTRAINT "chk_piar_adjustments_term" CHECK (term BETWEEN 1 AND 3);
ALTER TABLE "stored_files" ADD CONSTRAINT "chk_stored_files_size" CHECK (size >= 0);
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "chk_simat_snapshots_counts" CHECK (
  row_count >= 0 AND error_count BETWEEN 0 AND row_count);
ALTER TABLE "issued_documents" ADD CONSTRAINT "chk_issued_documents_number" CHECK (number >= 1);
ALTER TABLE "issued_documents" ADD CONSTRAINT "chk_issued_documents_reason" CHECK (
  status = 'valid' OR status_reason IS NOT NULL);
ALTER TABLE "counters" ADD CONSTRAINT "chk_counters_value" CHECK (value >= 0);
ALTER TABLE "school_purges" ADD CONSTRAINT "chk_school_purges_finished" CHECK (
  (status = 'done') = (finished_at IS NOT NULL));
ALTER TABLE "evaluation_rules" ADD CONSTRAINT "chk_evaluation_rules_objects" CHECK (jsonb_typeof(rules) = 'object');
ALTER TABLE "course_results" ADD CONSTRAINT "chk_course_results_objects" CHECK (jsonb_typeof(trace) = 'object');
ALTER TABLE "promotions" ADD CONSTRAINT "chk_promotions_objects" CHECK (jsonb_typeof(trace) = 'object');
ALTER TABLE "report_cards" ADD CONSTRAINT "chk_report_cards_objects" CHECK (jsonb_typeof(header) = 'object');
ALTER TABLE "communications" ADD CONSTRAINT "chk_communications_objects" CHECK (jsonb_typeof(audience) = 'object');
ALTER TABLE "piar_plans" ADD CONSTRAINT "chk_piar_plans_objects" CHECK (
  jsonb_typeof(characteristics) = 'object' AND jsonb_typeof(context) = 'object' AND jsonb_typeof(recommendations) = 'object' AND jsonb_typeof(home_activities) = 'object');
ALTER TABLE "piar_health" ADD CONSTRAINT "chk_piar_health_objects" CHECK (jsonb_typeof(content) = 'object');
ALTER TABLE "simat_snapshots" ADD CONSTRAINT "chk_simat_snapshots_objects" CHECK (jsonb_typeof(summary) = 'object');
ALTER TABLE "issued_documents" ADD CONSTRAINT "chk_issued_documents_objects" CHECK (jsonb_typeof(content) = 'object');
ALTER TABLE "school_purges" ADD CONSTRAINT "chk_school_purges_objects" CHECK (jsonb_typeof(report) = 'object');
ALTER TABLE "report_cards" ADD CONSTRAINT "chk_report_cards_items" CHECK (jsonb_typeof(items) = 'array');

-- At most one open at a time.
CREATE UNIQUE INDEX "uq_group_placements_open" ON "group_placements" (school_id, enrollment_id) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX "uq_teacher_assignments_main" ON "teacher_assignments" (school_id, course_offering_id) WHERE valid_to IS NULL AND role = 'main';
CREATE UNIQUE INDEX "uq_teacher_assignments_person" ON "teacher_assignments" (school_id, course_offering_id, teacher_id) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX "uq_course_enrollments_open" ON "course_enrollments" (school_id, course_offering_id, enrollment_id) WHERE valid_to IS NULL;
CREATE UNIQUE INDEX "uq_evaluation_rules_active" ON "evaluation_rules" (school_id, school_year_id) WHERE status = 'active';
CREATE UNIQUE INDEX "uq_report_cards_final" ON "report_cards" (school_id, enrollment_id, number) WHERE kind = 'final';
CREATE UNIQUE INDEX "uq_attendance_corrections_pending" ON "attendance_corrections" (school_id, record_id) WHERE status = 'pending';
CREATE UNIQUE INDEX "uq_signing_keys_active" ON "signing_keys" (school_id) WHERE retired_at IS NULL;
