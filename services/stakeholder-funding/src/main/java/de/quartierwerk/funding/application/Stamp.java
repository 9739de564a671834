package de.quartierwerk.funding.application;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who takes a step when.
 *
 * @param by name of the account
 * @param at instant of the entry
 * @param today its day
 */
record Stamp(String by, Instant at, LocalDate today) {}
