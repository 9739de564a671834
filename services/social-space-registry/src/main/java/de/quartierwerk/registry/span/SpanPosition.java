package de.quartierwerk.registry.span;

import java.time.LocalDate;

/** A place in the order of spans: by key, then by first day. */
public record SpanPosition(String key, LocalDate validFrom) {
    /** Before all spans. */
    public static final SpanPosition START = new SpanPosition("", LocalDate.EPOCH);
}
