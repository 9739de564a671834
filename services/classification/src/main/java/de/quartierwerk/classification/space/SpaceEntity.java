package de.quartierwerk.classification.space;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Where a space lies, for the area scope of queries on other things; {@link SpaceStatements} writes the rows. */
@Entity
@Table(name = "space")
@IdClass(SpaceEntity.Key.class)
@Immutable
class SpaceEntity {
    @Id
    String key;

    @Id
    LocalDate validFrom;

    String level;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> path;

    /** A key can be given anew; with the first day of its validity it is an identity. */
    record Key(String key, LocalDate validFrom) {}
}
