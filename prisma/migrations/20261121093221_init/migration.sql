-- Accent-insensitive search over names: trigram indexes that begin with the school.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- CreateTable
CREATE TABLE "required_documents" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" VARCHAR(50) NOT NULL,
    "name" VARCHAR(150) NOT NULL,
    "help" TEXT,
    "kind" VARCHAR(20) NOT NULL DEFAULT 'file',
    "applies_to" JSONB NOT NULL DEFAULT '{}',
    "required" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "required_documents_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "enrollments" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "kind" VARCHAR(20) NOT NULL DEFAULT 'new',
    "grade_level" VARCHAR(20) NOT NULL,
    "group_code" VARCHAR(10),
    "shift" VARCHAR(20),
    "previous_school" VARCHAR(255),
    "status" VARCHAR(30) NOT NULL DEFAULT 'pending_documents',
    "status_history" JSONB NOT NULL DEFAULT '[]',
    "simat_status" JSONB NOT NULL DEFAULT '{}',
    "extra_data" JSONB NOT NULL DEFAULT '{}',
    "commitment_due_on" DATE,
    "missing_count" INTEGER NOT NULL DEFAULT 0,
    "review_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrollments_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "enrollment_documents" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "enrollment_id" UUID NOT NULL,
    "document_type" VARCHAR(50) NOT NULL,
    "kind" VARCHAR(20) NOT NULL DEFAULT 'file',
    "required" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "status" VARCHAR(20) NOT NULL DEFAULT 'pending',
    "rejection_reason" VARCHAR(500),
    "file_id" UUID,
    "r2_object_key" VARCHAR(500),
    "file_name" VARCHAR(255),
    "uploaded_at" TIMESTAMPTZ(3),
    "validated_at" TIMESTAMPTZ(3),
    "validated_by" UUID,
    "accepted_by_guardian_id" UUID,
    "document_version" VARCHAR(50),
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrollment_documents_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "document_files" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "object_key" VARCHAR(500) NOT NULL,
    "file_name" VARCHAR(255) NOT NULL,
    "content_type" VARCHAR(100) NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'expected',
    "reason" VARCHAR(500),
    "guardian_id" UUID,
    "uploaded_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_files_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "family_links" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL,
    "channel" VARCHAR(20) NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "use_count" INTEGER NOT NULL DEFAULT 0,
    "max_uses" INTEGER NOT NULL DEFAULT 60,

    CONSTRAINT "family_links_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "consent_texts" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" VARCHAR(50) NOT NULL,
    "version" INTEGER NOT NULL,
    "title" VARCHAR(150) NOT NULL,
    "body" TEXT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_texts_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "consents" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "consent_text_id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "family_link_id" UUID,
    "decision" VARCHAR(20) NOT NULL,
    "ip" VARCHAR(64),
    "user_agent" VARCHAR(300),
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" VARCHAR(255) NOT NULL,
    "full_name" VARCHAR(255) NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_superadmin" BOOLEAN NOT NULL DEFAULT false,
    "locale" VARCHAR(5) NOT NULL DEFAULT 'es',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_credentials" (
    "user_id" UUID NOT NULL,
    "password_hash" VARCHAR(255) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_credentials_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "auth_sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" VARCHAR(64) NOT NULL,
    "user_agent" VARCHAR(300),
    "ip" VARCHAR(64),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "auth_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" VARCHAR(20) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "school_memberships" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "roles" JSONB NOT NULL DEFAULT '[]',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "school_memberships_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "token_hash" VARCHAR(64) NOT NULL,
    "hint" VARCHAR(8) NOT NULL,
    "scopes" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" VARCHAR(20) NOT NULL,
    "actor_id" UUID,
    "actor_name" VARCHAR(255) NOT NULL,
    "action" VARCHAR(80) NOT NULL,
    "entity" VARCHAR(50) NOT NULL,
    "entity_id" UUID,
    "student_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" VARCHAR(500),
    "request_id" VARCHAR(64) NOT NULL,
    "ip" VARCHAR(64),
    "user_agent" VARCHAR(300),

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "platform_audit" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "actor_name" VARCHAR(255) NOT NULL,
    "action" VARCHAR(80) NOT NULL,
    "entity" VARCHAR(50) NOT NULL,
    "entity_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "reason" VARCHAR(500),
    "request_id" VARCHAR(64) NOT NULL,
    "ip" VARCHAR(64),
    "user_agent" VARCHAR(300),

    CONSTRAINT "platform_audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "key" VARCHAR(255) NOT NULL,
    "operation" VARCHAR(80) NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "outbox_mails" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "to" VARCHAR(255) NOT NULL,
    "template" VARCHAR(50) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" VARCHAR(500),
    "student_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mails_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "platform_mails" (
    "id" UUID NOT NULL,
    "to" VARCHAR(255) NOT NULL,
    "template" VARCHAR(50) NOT NULL,
    "subject" VARCHAR(255) NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" VARCHAR(500),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "platform_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jobs" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(80) NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "input" JSONB NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'queued',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" VARCHAR(500),
    "request_id" VARCHAR(64) NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "jobs_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "job_items" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "key" VARCHAR(100) NOT NULL,
    "label" VARCHAR(255) NOT NULL,
    "status" VARCHAR(20) NOT NULL,
    "error" VARCHAR(500),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_items_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "schools" (
    "id" UUID NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "nit" VARCHAR(20),
    "resolution" VARCHAR(100),
    "city" VARCHAR(100),
    "sector" VARCHAR(20) NOT NULL DEFAULT 'official',
    "calendar" VARCHAR(1) NOT NULL DEFAULT 'A',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schools_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_settings" (
    "school_id" UUID NOT NULL,
    "pei_summary" TEXT,
    "simat_settings" JSONB NOT NULL DEFAULT '{}',
    "branding_settings" JSONB NOT NULL DEFAULT '{}',
    "security_settings" JSONB NOT NULL DEFAULT '{}',
    "habeas_data_text" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "school_settings_pkey" PRIMARY KEY ("school_id")
);

-- CreateTable
CREATE TABLE "students" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "document_type" VARCHAR(10) NOT NULL,
    "document_number" VARCHAR(30) NOT NULL,
    "first_surname" VARCHAR(60) NOT NULL,
    "second_surname" VARCHAR(60),
    "first_name" VARCHAR(60) NOT NULL,
    "second_name" VARCHAR(60),
    "full_name" VARCHAR(255) NOT NULL,
    "search_text" VARCHAR(400) NOT NULL,
    "birth_date" DATE,
    "gender" VARCHAR(20),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "extra_data" JSONB NOT NULL DEFAULT '{}',
    "piar_data" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "students_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "guardians" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "document_type" VARCHAR(10) NOT NULL,
    "document_number" VARCHAR(30) NOT NULL,
    "first_surname" VARCHAR(60) NOT NULL,
    "second_surname" VARCHAR(60),
    "first_name" VARCHAR(60) NOT NULL,
    "second_name" VARCHAR(60),
    "full_name" VARCHAR(255) NOT NULL,
    "search_text" VARCHAR(400) NOT NULL,
    "phone" VARCHAR(30),
    "email" VARCHAR(255),
    "address" TEXT,
    "occupation" VARCHAR(150),
    "workplace" VARCHAR(150),
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "guardians_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "student_guardians" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "student_id" UUID NOT NULL,
    "guardian_id" UUID NOT NULL,
    "relationship" VARCHAR(50) NOT NULL,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "can_pickup" BOOLEAN NOT NULL DEFAULT false,
    "is_emergency_contact" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "student_guardians_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "school_years" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(30) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'planning',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "school_years_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "academic_periods" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "school_year_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" VARCHAR(50) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "status" VARCHAR(20) NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "academic_periods_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_required_documents_code" ON "required_documents"("school_id", "code");

-- CreateIndex
CREATE INDEX "idx_enrollments_school_status" ON "enrollments"("school_id", "school_year_id", "status", "grade_level");

-- CreateIndex
CREATE INDEX "idx_enrollments_commitment" ON "enrollments"("school_id", "commitment_due_on");

-- CreateIndex
CREATE UNIQUE INDEX "uq_enrollments_school_student_year" ON "enrollments"("school_id", "student_id", "school_year_id");

-- CreateIndex
CREATE INDEX "idx_enrollment_documents_queue" ON "enrollment_documents"("school_id", "status", "uploaded_at");

-- CreateIndex
CREATE INDEX "idx_enrollment_documents_validator" ON "enrollment_documents"("validated_by");

-- CreateIndex
CREATE INDEX "idx_enrollment_documents_guardian" ON "enrollment_documents"("school_id", "accepted_by_guardian_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_enrollment_documents_type" ON "enrollment_documents"("school_id", "enrollment_id", "document_type");

-- CreateIndex
CREATE INDEX "idx_document_files_document" ON "document_files"("school_id", "document_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_document_files_status" ON "document_files"("school_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "idx_document_files_guardian" ON "document_files"("school_id", "guardian_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_document_files_key" ON "document_files"("school_id", "object_key");

-- CreateIndex
CREATE INDEX "idx_family_links_guardian" ON "family_links"("school_id", "guardian_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_family_links_creator" ON "family_links"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_family_links_token" ON "family_links"("school_id", "token_hash");

-- CreateIndex
CREATE INDEX "idx_consent_texts_creator" ON "consent_texts"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_consent_texts_version" ON "consent_texts"("school_id", "code", "version");

-- CreateIndex
CREATE INDEX "idx_consents_student" ON "consents"("school_id", "student_id", "decided_at");

-- CreateIndex
CREATE INDEX "idx_consents_guardian" ON "consents"("school_id", "guardian_id");

-- CreateIndex
CREATE INDEX "idx_consents_text" ON "consents"("school_id", "consent_text_id");

-- CreateIndex
CREATE INDEX "idx_consents_link" ON "consents"("school_id", "family_link_id");

-- CreateIndex
CREATE INDEX "idx_auth_sessions_user" ON "auth_sessions"("user_id", "revoked_at");

-- CreateIndex
CREATE UNIQUE INDEX "uq_user_tokens_hash" ON "user_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "idx_user_tokens_user" ON "user_tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "idx_school_memberships_user" ON "school_memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_school_memberships_school_user" ON "school_memberships"("school_id", "user_id");

-- CreateIndex
CREATE INDEX "idx_api_tokens_membership" ON "api_tokens"("school_id", "membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_api_tokens_hash" ON "api_tokens"("school_id", "token_hash");

-- CreateIndex
CREATE INDEX "idx_audit_log_entity" ON "audit_log"("school_id", "entity", "entity_id", "at");

-- CreateIndex
CREATE INDEX "idx_audit_log_student" ON "audit_log"("school_id", "student_id", "at");

-- CreateIndex
CREATE INDEX "idx_audit_log_at" ON "audit_log"("school_id", "at");

-- CreateIndex
CREATE INDEX "idx_platform_audit_at" ON "platform_audit"("at");

-- CreateIndex
CREATE INDEX "idx_platform_audit_entity" ON "platform_audit"("entity", "entity_id");

-- CreateIndex
CREATE INDEX "idx_idempotency_keys_created" ON "idempotency_keys"("school_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "uq_idempotency_keys_key" ON "idempotency_keys"("school_id", "actor_id", "key");

-- CreateIndex
CREATE INDEX "idx_outbox_mails_created" ON "outbox_mails"("school_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_platform_mails_created" ON "platform_mails"("created_at");

-- CreateIndex
CREATE INDEX "idx_jobs_created" ON "jobs"("school_id", "created_at");

-- CreateIndex
CREATE INDEX "idx_jobs_creator" ON "jobs"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "uq_job_items_key" ON "job_items"("school_id", "job_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "uq_schools_slug" ON "schools"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "uq_schools_nit" ON "schools"("nit");

-- CreateIndex
CREATE INDEX "idx_students_school_name" ON "students"("school_id", "full_name", "id");

-- CreateIndex
CREATE INDEX "idx_students_school_number" ON "students"("school_id", "document_number");

-- CreateIndex
CREATE INDEX "idx_students_user" ON "students"("user_id");

-- CreateIndex
CREATE INDEX "idx_students_search" ON "students" USING GIN ("school_id" uuid_ops, "search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "uq_students_school_document" ON "students"("school_id", "document_type", "document_number");

-- CreateIndex
CREATE INDEX "idx_guardians_school_name" ON "guardians"("school_id", "full_name", "id");

-- CreateIndex
CREATE INDEX "idx_guardians_user" ON "guardians"("user_id");

-- CreateIndex
CREATE INDEX "idx_guardians_search" ON "guardians" USING GIN ("school_id" uuid_ops, "search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "uq_guardians_school_document" ON "guardians"("school_id", "document_type", "document_number");

-- CreateIndex
CREATE INDEX "idx_student_guardians_student_priority" ON "student_guardians"("school_id", "student_id", "priority");

-- CreateIndex
CREATE INDEX "idx_student_guardians_guardian" ON "student_guardians"("school_id", "guardian_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_student_guardians_school_pair" ON "student_guardians"("school_id", "student_id", "guardian_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_school_years_school_name" ON "school_years"("school_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "uq_academic_periods_school_year_number" ON "academic_periods"("school_id", "school_year_id", "number");

-- AddForeignKey
ALTER TABLE "required_documents" ADD CONSTRAINT "required_documents_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_school_id_enrollment_id_fkey" FOREIGN KEY ("school_id", "enrollment_id") REFERENCES "enrollments"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_validated_by_fkey" FOREIGN KEY ("validated_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "enrollment_documents_school_id_accepted_by_guardian_id_fkey" FOREIGN KEY ("school_id", "accepted_by_guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_school_id_document_id_fkey" FOREIGN KEY ("school_id", "document_id") REFERENCES "enrollment_documents"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "document_files" ADD CONSTRAINT "document_files_school_id_guardian_id_fkey" FOREIGN KEY ("school_id", "guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_links" ADD CONSTRAINT "family_links_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_links" ADD CONSTRAINT "family_links_school_id_guardian_id_fkey" FOREIGN KEY ("school_id", "guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "family_links" ADD CONSTRAINT "family_links_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_school_id_consent_text_id_fkey" FOREIGN KEY ("school_id", "consent_text_id") REFERENCES "consent_texts"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_school_id_guardian_id_fkey" FOREIGN KEY ("school_id", "guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_school_id_family_link_id_fkey" FOREIGN KEY ("school_id", "family_link_id") REFERENCES "family_links"("school_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_credentials" ADD CONSTRAINT "user_credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "user_tokens" ADD CONSTRAINT "user_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "school_memberships" ADD CONSTRAINT "school_memberships_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "school_memberships" ADD CONSTRAINT "school_memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_school_id_membership_id_fkey" FOREIGN KEY ("school_id", "membership_id") REFERENCES "school_memberships"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_school_id_job_id_fkey" FOREIGN KEY ("school_id", "job_id") REFERENCES "jobs"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "school_settings" ADD CONSTRAINT "school_settings_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "students" ADD CONSTRAINT "students_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "guardians" ADD CONSTRAINT "guardians_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "student_guardians" ADD CONSTRAINT "student_guardians_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "student_guardians" ADD CONSTRAINT "student_guardians_school_id_student_id_fkey" FOREIGN KEY ("school_id", "student_id") REFERENCES "students"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "student_guardians" ADD CONSTRAINT "student_guardians_school_id_guardian_id_fkey" FOREIGN KEY ("school_id", "guardian_id") REFERENCES "guardians"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "school_years" ADD CONSTRAINT "school_years_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "academic_periods" ADD CONSTRAINT "academic_periods_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "academic_periods" ADD CONSTRAINT "academic_periods_school_id_school_year_id_fkey" FOREIGN KEY ("school_id", "school_year_id") REFERENCES "school_years"("school_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma's schema language cannot say: checks, an index over an expression, a partial index.

ALTER TABLE "schools" ADD CONSTRAINT "chk_schools_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "schools" ADD CONSTRAINT "chk_schools_sector" CHECK (sector IN ('official', 'private'));
ALTER TABLE "schools" ADD CONSTRAINT "chk_schools_calendar" CHECK (calendar IN ('A', 'B'));

ALTER TABLE "school_settings" ADD CONSTRAINT "chk_school_settings_objects" CHECK (
  jsonb_typeof(simat_settings) = 'object' AND jsonb_typeof(branding_settings) = 'object' AND jsonb_typeof(security_settings) = 'object');

ALTER TABLE "school_years" ADD CONSTRAINT "chk_school_years_status" CHECK (status IN ('planning', 'active', 'closed', 'archived'));
ALTER TABLE "school_years" ADD CONSTRAINT "chk_school_years_dates" CHECK (ends_on >= starts_on);

ALTER TABLE "academic_periods" ADD CONSTRAINT "chk_academic_periods_number" CHECK (number >= 1);
ALTER TABLE "academic_periods" ADD CONSTRAINT "chk_academic_periods_status" CHECK (status IN ('draft', 'open', 'closed', 'published'));
ALTER TABLE "academic_periods" ADD CONSTRAINT "chk_academic_periods_dates" CHECK (ends_on >= starts_on);

CREATE UNIQUE INDEX "uq_users_email" ON "users" (lower(email));
ALTER TABLE "users" ADD CONSTRAINT "chk_users_locale" CHECK (locale IN ('es', 'en'));
ALTER TABLE "user_tokens" ADD CONSTRAINT "chk_user_tokens_purpose" CHECK (purpose IN ('reset', 'invitation'));
ALTER TABLE "school_memberships" ADD CONSTRAINT "chk_school_memberships_roles" CHECK (
  jsonb_typeof(roles) = 'array' AND roles <@ '["rector", "coordinator", "secretary", "teacher", "student", "acudiente"]'::jsonb);
ALTER TABLE "api_tokens" ADD CONSTRAINT "chk_api_tokens_scopes" CHECK (jsonb_typeof(scopes) = 'array');

ALTER TABLE "students" ADD CONSTRAINT "chk_students_extra_data_object" CHECK (jsonb_typeof(extra_data) = 'object');
ALTER TABLE "students" ADD CONSTRAINT "chk_students_piar_data_object" CHECK (jsonb_typeof(piar_data) = 'object');
ALTER TABLE "students" ADD CONSTRAINT "chk_students_gender" CHECK (gender IN ('F', 'M'));
ALTER TABLE "students" ADD CONSTRAINT "chk_students_document" CHECK (document_number <> '' AND document_number !~ '[ .]');
ALTER TABLE "guardians" ADD CONSTRAINT "chk_guardians_document" CHECK (document_number <> '' AND document_number !~ '[ .]');
ALTER TABLE "student_guardians" ADD CONSTRAINT "chk_student_guardians_priority" CHECK (priority >= 1);
CREATE UNIQUE INDEX "uq_student_guardians_primary" ON "student_guardians" (school_id, student_id) WHERE is_primary;

ALTER TABLE "required_documents" ADD CONSTRAINT "chk_required_documents_kind" CHECK (kind IN ('file', 'consent'));
ALTER TABLE "required_documents" ADD CONSTRAINT "chk_required_documents_applies_to" CHECK (jsonb_typeof(applies_to) = 'object');

ALTER TABLE "enrollments" ADD CONSTRAINT "chk_enrollments_status" CHECK (
  status IN ('pending_documents', 'in_review', 'active', 'graduated', 'withdrawn'));
ALTER TABLE "enrollments" ADD CONSTRAINT "chk_enrollments_kind" CHECK (kind IN ('new', 'returning', 'transfer'));
ALTER TABLE "enrollments" ADD CONSTRAINT "chk_enrollments_history" CHECK (jsonb_typeof(status_history) = 'array');
ALTER TABLE "enrollments" ADD CONSTRAINT "chk_enrollments_objects" CHECK (
  jsonb_typeof(simat_status) = 'object' AND jsonb_typeof(extra_data) = 'object');
ALTER TABLE "enrollments" ADD CONSTRAINT "chk_enrollments_counts" CHECK (missing_count >= 0 AND review_count >= 0);

ALTER TABLE "enrollment_documents" ADD CONSTRAINT "chk_enrollment_documents_status" CHECK (
  status IN ('pending', 'uploaded', 'validated', 'rejected'));
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "chk_enrollment_documents_kind" CHECK (kind IN ('file', 'consent'));
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "chk_enrollment_documents_rejected" CHECK (status <> 'rejected' OR rejection_reason IS NOT NULL);
ALTER TABLE "enrollment_documents" ADD CONSTRAINT "chk_enrollment_documents_metadata" CHECK (jsonb_typeof(metadata) = 'object');
ALTER TABLE "document_files" ADD CONSTRAINT "chk_document_files_status" CHECK (status IN ('expected', 'accepted', 'refused', 'superseded'));
ALTER TABLE "document_files" ADD CONSTRAINT "chk_document_files_size" CHECK (size BETWEEN 1 AND 10485760);

ALTER TABLE "family_links" ADD CONSTRAINT "chk_family_links_channel" CHECK (channel IN ('email', 'whatsapp', 'qr'));
ALTER TABLE "consents" ADD CONSTRAINT "chk_consents_decision" CHECK (decision IN ('accepted', 'revoked'));
ALTER TABLE "outbox_mails" ADD CONSTRAINT "chk_outbox_mails_status" CHECK (status IN ('queued', 'sent', 'kept', 'failed'));
ALTER TABLE "platform_mails" ADD CONSTRAINT "chk_platform_mails_status" CHECK (status IN ('queued', 'sent', 'kept', 'failed'));
ALTER TABLE "jobs" ADD CONSTRAINT "chk_jobs_status" CHECK (status IN ('queued', 'running', 'done', 'failed'));
ALTER TABLE "job_items" ADD CONSTRAINT "chk_job_items_status" CHECK (status IN ('done', 'failed'));
