package de.quartierwerk.ingestion.delivery.expectation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** An expectation (Lieferverpflichtung) with its code. */
@Entity
class Expectation {

    @Id
    String code;

    @Version
    long version = 1;

    @Embedded
    ExpectedDelivery delivery;

    /** Last day of the period; the spaces that are valid then are expected. */
    LocalDate periodEnd;

    Instant changedAt;
    String changedBy;

    /**
     * What a caller sees of it.
     *
     * @param counts what is there of it
     * @param day from which the days left are counted
     */
    ExpectationResponse response(ExpectationResponse.Counts counts, LocalDate day) {
        return new ExpectationResponse(
                code, version, delivery, counts.state(), counts, ChronoUnit.DAYS.between(day, delivery.due()));
    }
}
