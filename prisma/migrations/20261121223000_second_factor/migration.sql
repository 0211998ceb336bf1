ALTER TABLE "auth_sessions" ADD COLUMN "country" CHAR(2);

ALTER TABLE "school_settings" ADD COLUMN "paper_settings" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "school_settings" ADD CONSTRAINT "chk_school_settings_papers" CHECK (jsonb_typeof(paper_settings) = 'object');

CREATE TABLE "user_second_factors" (
    "user_id" UUID NOT NULL,
    "secret" VARCHAR(255),
    "pending_secret" VARCHAR(255),
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER NOT NULL DEFAULT 0,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_second_factors_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "user_second_factors" ADD CONSTRAINT "user_second_factors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "user_second_factors" ADD CONSTRAINT "chk_user_second_factors_confirmed" CHECK ((confirmed_at IS NULL) = (secret IS NULL));

CREATE TABLE "user_recovery_codes" (
    "user_id" UUID NOT NULL,
    "code_hash" VARCHAR(64) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_recovery_codes_pkey" PRIMARY KEY ("user_id","code_hash")
);
ALTER TABLE "user_recovery_codes" ADD CONSTRAINT "user_recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
