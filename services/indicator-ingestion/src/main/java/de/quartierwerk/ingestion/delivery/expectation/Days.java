package de.quartierwerk.ingestion.delivery.expectation;

import java.time.LocalDate;
import java.time.ZoneId;

/** Which day it is where the deliveries are due. */
final class Days {
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    private Days() {}

    static LocalDate today() {
        return LocalDate.now(HERE);
    }
}
