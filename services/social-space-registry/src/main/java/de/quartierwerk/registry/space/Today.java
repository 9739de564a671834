package de.quartierwerk.registry.space;

import java.time.LocalDate;
import java.time.ZoneId;

/** The present day where the spaces lie. */
public final class Today {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    private Today() {}

    /** The present day in Germany. */
    public static LocalDate inGermany() {
        return LocalDate.now(GERMANY);
    }
}
