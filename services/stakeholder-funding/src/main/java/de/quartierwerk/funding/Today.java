package de.quartierwerk.funding;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The day and the instant at which something is done, in the installation's time zone. */
@ApplicationScoped
public class Today {

    private final FundingConfig config;

    Today(FundingConfig config) {
        this.config = config;
    }

    /** The present day. */
    public LocalDate date() {
        return LocalDate.now(config.timeZone());
    }

    /** The present instant in the precision of the database. */
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
