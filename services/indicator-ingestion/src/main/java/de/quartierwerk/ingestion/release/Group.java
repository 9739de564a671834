package de.quartierwerk.ingestion.release;

import java.time.LocalDate;

/**
 * Values that are controlled and published together: those of one indicator and period.
 *
 * @param indicator indicator code
 * @param period period as delivered
 * @param periodEnd reference date of the period
 */
record Group(String indicator, String period, LocalDate periodEnd) {}
