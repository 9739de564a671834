package de.quartierwerk.classification.scheme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The row of a scheme: which of its versions is the latest. */
@Entity
@Table(name = "scheme")
class SchemeEntity {
    @Id
    String code;

    /** The latest version; 0 before the first. */
    int latest;

    @Version
    long revision;
}
