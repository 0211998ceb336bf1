-- AlterTable
ALTER TABLE "audit_log" ADD COLUMN     "hash" VARCHAR(64),
ADD COLUMN     "seq" INTEGER;

-- AlterTable
ALTER TABLE "platform_audit" ADD COLUMN     "hash" VARCHAR(64),
ADD COLUMN     "seq" INTEGER;

-- CreateTable
CREATE TABLE "audit_heads" (
    "school_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" VARCHAR(64) NOT NULL DEFAULT '',

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("school_id","id")
);

-- CreateTable
CREATE TABLE "platform_audit_heads" (
    "id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" VARCHAR(64) NOT NULL DEFAULT '',

    CONSTRAINT "platform_audit_heads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "uq_audit_heads_school" ON "audit_heads"("school_id");

-- CreateIndex
CREATE UNIQUE INDEX "uq_audit_log_seq" ON "audit_log"("school_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "uq_platform_audit_seq" ON "platform_audit"("seq");

-- AddForeignKey
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_school_id_fkey" FOREIGN KEY ("school_id") REFERENCES "schools"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "audit_log" ADD CONSTRAINT "chk_audit_log_link" CHECK ((seq IS NULL) = (hash IS NULL) AND seq > 0);
ALTER TABLE "platform_audit" ADD CONSTRAINT "chk_platform_audit_link" CHECK ((seq IS NULL) = (hash IS NULL) AND seq > 0);
ALTER TABLE "platform_audit_heads" ADD CONSTRAINT "chk_platform_audit_heads_one" CHECK (id = 1);

INSERT INTO "platform_audit_heads" ("id") VALUES (1);
