package de.quartierwerk.classification.run.compute;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The row of a territory: its hash, and its content packed. */
@Entity
@Table(name = "territory")
@Immutable
class TerritoryEntity {
    @Id
    String hash;

    byte[] content;
}
