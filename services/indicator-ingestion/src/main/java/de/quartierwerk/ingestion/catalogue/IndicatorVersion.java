package de.quartierwerk.ingestion.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row per version of a definition; one version of each indicator is current. */
@Entity
@IdClass(IndicatorVersion.Key.class)
@jakarta.persistence.Table(name = "indicator")
class IndicatorVersion {

    /** Key of a version. */
    record Key(String code, long version) {}

    @Id
    String code;

    @Id
    long version;

    boolean current;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "document")
    Definition definition;

    /** The definition's theme; the database takes it out of the document. */
    @Column(insertable = false, updatable = false)
    @Nullable
    String theme;

    /** The definition's name; the database takes it out of the document. */
    @Column(insertable = false, updatable = false)
    String name;

    Instant recordedAt;
    String recordedBy;

    /** Place of the event that publishes the version. */
    long eventSequence;
}
