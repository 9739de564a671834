package de.quartierwerk.ingestion.intake.mapping;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcType;
import org.hibernate.dialect.type.PostgreSQLJsonPGObjectJsonType;

/** A row per version of a profile; one version of each profile is current. */
@Entity
@IdClass(ProfileVersion.Key.class)
@Table(name = "profile")
class ProfileVersion {

    /** Key of a version. */
    record Key(String code, long version) {}

    @Id
    String code;

    @Id
    long version;

    boolean current;

    /** Stored as {@code json}: the columns keep their order, templates have them in it. */
    @JdbcType(PostgreSQLJsonPGObjectJsonType.class)
    @Column(name = "document", columnDefinition = "json")
    Mapping mapping;

    Instant recordedAt;
    String recordedBy;
}
