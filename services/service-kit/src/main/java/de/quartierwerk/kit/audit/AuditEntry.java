package de.quartierwerk.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of the audit trail; it is inserted and never changed. */
@Entity
@Table(name = "audit_entry")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Instant recordedAt;
    String actor;
    String action;
    String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    JsonNode before;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    JsonNode after;
}
