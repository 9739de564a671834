package de.quartierwerk.kit.web;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to a request with an {@code Idempotency-Key}; status, headers and body are null while it is made.
 */
@Entity
@Table(name = "idempotency_answer")
class FirstAnswer {
    @EmbeddedId
    Id id;

    String contentHash;
    Instant expiresAt;

    @Nullable
    Integer status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Map<String, String> headers;

    @Nullable
    String body;

    /**
     * Under which an answer is found again.
     *
     * @param caller name of the caller
     * @param request method and path
     * @param key as the caller gave it
     */
    @Embeddable
    record Id(String caller, String request, String key) {}
}
