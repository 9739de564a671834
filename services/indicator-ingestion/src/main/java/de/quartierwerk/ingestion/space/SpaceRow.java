package de.quartierwerk.ingestion.space;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A space as queries of other features name it, to look only at what lies in the caller's areas; never loaded. */
@Entity
@Immutable
@IdClass(SpaceRow.Key.class)
@Table(name = "space")
class SpaceRow {

    /** Key of a space and of the time in which it has the key. */
    record Key(String key, LocalDate validFrom) {}

    @Id
    String key;

    @Id
    LocalDate validFrom;

    LocalDate validTo;
    String level;

    /** Keys from the root down to the space itself. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] path;
}
