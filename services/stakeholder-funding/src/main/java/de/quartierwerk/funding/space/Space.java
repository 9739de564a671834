package de.quartierwerk.funding.space;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Copy of a social space as queries join it; {@link SpaceStatements} writes it. */
@Entity
@Immutable
@Table(name = "space")
@IdClass(Space.Identity.class)
class Space {

    @Id
    String key;

    @Id
    LocalDate validFrom;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> path;

    /** A space is a key and the beginning of its validity. */
    record Identity(String key, LocalDate validFrom) {}
}
