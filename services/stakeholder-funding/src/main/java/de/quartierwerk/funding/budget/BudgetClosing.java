package de.quartierwerk.funding.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** The end of a budget year (Jahresabschluss). */
@Entity
class BudgetClosing {

    @Id
    int year;

    String paperNumber;
    String closedBy;
    Instant closedAt;
}
