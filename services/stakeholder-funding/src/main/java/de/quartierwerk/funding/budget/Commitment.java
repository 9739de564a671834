package de.quartierwerk.funding.budget;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.UUID;

/** Money that a decision has taken from a line's year (Festlegung). */
@Entity
class Commitment {

    @EmbeddedId
    Id id;

    BigDecimal amount;

    /** A decision commits money of a line and year once. */
    @Embeddable
    record Id(UUID application, String line, int year) {}
}
