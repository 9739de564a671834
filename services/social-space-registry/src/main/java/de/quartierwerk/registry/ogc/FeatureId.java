package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.span.SpanPosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Names of features: {@code 01011101@2006-01-01}, since a key may be given anew. */
final class FeatureId {
    private static final char SIGN = '@';
    private static final int LENGTH_OF_A_DAY = 10;

    private FeatureId() {}

    static String of(SpanPosition position) {
        return position.key() + SIGN + position.validFrom();
    }

    /** The span that a name stands for; empty where it is no such name. */
    static Optional<SpanPosition> read(String id) {
        int sign = id.indexOf(SIGN);
        if (sign < 0 || !Keys.isKey(id.substring(0, sign)) || id.length() != sign + 1 + LENGTH_OF_A_DAY) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SpanPosition(id.substring(0, sign), LocalDate.parse(id.substring(sign + 1))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
