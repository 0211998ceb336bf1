-- AlterTable
ALTER TABLE "school_memberships" ADD COLUMN     "mailed_kinds" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "notifications" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" VARCHAR(50) NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "path" VARCHAR(255) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateIndex
CREATE INDEX "idx_notifications_user" ON "notifications"("school_id", "user_id", "at");

-- CreateIndex
CREATE INDEX "idx_notifications_of_person" ON "notifications"("user_id");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What is unread and about the same thing is one row.
CREATE UNIQUE INDEX "uq_notifications_unread" ON "notifications"("school_id", "user_id", "kind", "path") WHERE "read_at" IS NULL;
ALTER TABLE "notifications" ADD CONSTRAINT "chk_notifications_data" CHECK (jsonb_typeof(data) = 'object' AND count > 0);
ALTER TABLE "school_memberships" ADD CONSTRAINT "chk_school_memberships_mailed" CHECK (jsonb_typeof(mailed_kinds) = 'array');
