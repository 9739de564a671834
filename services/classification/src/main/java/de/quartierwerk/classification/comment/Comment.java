package de.quartierwerk.classification.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A comment on a run (Rückmeldung); it never changes. */
@Entity
@Table(name = "run_comment")
class Comment {
    @Id
    UUID id;

    /** Order of the comments. */
    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    long number;

    UUID run;

    /** Space it speaks of; null for the run as a whole. */
    @Nullable
    String space;

    /** Keys from the root down to that space; empty for the run as a whole. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> path;

    String author;
    String speaker;
    String text;
    Instant addedAt;
}
