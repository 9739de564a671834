package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.Consultation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Row of a paper. */
@Entity
@Table(name = "paper")
class PaperEntity {

    @Id
    String number;

    @Version
    long version = 1;

    @JdbcTypeCode(SqlTypes.JSON)
    PaperRequest content;

    /** The ids of the content, to be found by. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "uuid[]")
    List<UUID> applications;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Consultation> consultations;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    PaperDecision decision;

    String createdBy;
    Instant createdAt;

    void set(PaperRequest request) {
        content = request;
        applications = request.applications();
    }
}
