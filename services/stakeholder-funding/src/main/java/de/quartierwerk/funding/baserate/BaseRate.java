package de.quartierwerk.funding.baserate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A base rate (Basiszinssatz) from a day on. */
@Entity
class BaseRate {

    @Id
    LocalDate validFrom;

    @Version
    long version = 1;

    BigDecimal percent;
}
