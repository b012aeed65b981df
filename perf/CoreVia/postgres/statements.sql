-- Which statements took how much time, for the probes; the library itself is loaded by compose.yml.
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
