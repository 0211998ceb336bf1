DROP TABLE "record_merges";
DROP TABLE "import_rows";
DROP TABLE "import_batches";
