package de.quartierwerk.classification.run;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How often a run was tried. */
@Entity
@Table(name = "run_attempt")
class RunAttempt {
    @Id
    UUID run;

    int attempts;
}
