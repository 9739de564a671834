package de.quartierwerk.funding.body;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A change of a body, proposed by one person and confirmed by another. */
@Entity
class BodyChange {

    @Id
    UUID id;

    String body;
    int number;

    @JdbcTypeCode(SqlTypes.JSON)
    BodyChangeRequest content;

    String proposedBy;
    Instant proposedAt;

    @Nullable
    String confirmedBy;

    @Nullable
    Instant confirmedAt;

    static BodyChange of(String body, int number, BodyChangeRequest content, String person, Instant now) {
        BodyChange change = new BodyChange();
        change.id = UUID.randomUUID();
        change.body = body;
        change.number = number;
        change.content = content;
        change.proposedBy = person;
        change.proposedAt = now;
        return change;
    }

    BodyChangeResponse response() {
        return new BodyChangeResponse(
                number,
                content.kind(),
                content.stakeholder(),
                content.validFrom(),
                content.validTo(),
                content.competences(),
                content.votingMembers(),
                content.paperNumber(),
                content.reason(),
                proposedBy,
                proposedAt,
                confirmedBy,
                confirmedAt);
    }
}
