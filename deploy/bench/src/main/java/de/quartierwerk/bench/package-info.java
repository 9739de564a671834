/**
 * Benchmarks. Each line {@code bench NAME ours=SECONDS reference=SECONDS ratio=R} sets what a service needed beside
 * what the same PostgreSQL needed for the same rows in the same run.
 */
package de.quartierwerk.bench;
