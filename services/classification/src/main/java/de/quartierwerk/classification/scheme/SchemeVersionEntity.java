package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The row of a version of a scheme; only its approval changes. */
@Entity
@Table(name = "scheme_version")
@IdClass(Schemes.Key.class)
class SchemeVersionEntity {
    @Id
    String code;

    @Id
    int version;

    String title;
    String level;
    boolean automatic;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> indicators;

    @JdbcTypeCode(SqlTypes.JSON)
    JsonNode document;

    /** A text that is the same for documents that say the same. */
    String canonical;

    String author;
    Instant createdAt;

    @Nullable
    String approvedBy;

    @Nullable
    Instant approvedAt;

    @Version
    long revision;

    SchemeVersion withDocument() {
        return new SchemeVersion(
                code, version, title, level, automatic, author, createdAt, approvedBy, approvedAt, document);
    }
}
