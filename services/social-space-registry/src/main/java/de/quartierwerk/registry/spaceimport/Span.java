package de.quartierwerk.registry.spaceimport;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row's own span of validity.
 *
 * @param from first day; absent: that of the file
 * @param to last day; absent: open, or not stated
 */
record Span(@Nullable LocalDate from, @Nullable LocalDate to) {
    static final Span OF_THE_FILE = new Span(null, null);
}
