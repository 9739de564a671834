package de.quartierwerk.funding.body;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Row of a body. */
@Entity
@Table(name = "body")
class BodyEntity {

    @Id
    String code;

    @Version
    long version = 1;

    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    BodyKind kind;

    @Nullable
    String stakeholder;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Competence> competences;

    @JdbcTypeCode(SqlTypes.JSON)
    List<VotingMembers> votingMembers;

    void set(BodyRequest request) {
        name = request.name();
        kind = request.kind();
        stakeholder = request.stakeholder();
        validFrom = request.validFrom();
        validTo = request.validTo();
        competences = request.competences();
        votingMembers = request.votingMembers();
    }

    BodyRequest request() {
        return new BodyRequest(name, kind, stakeholder, validFrom, validTo, competences, votingMembers);
    }

    Body body() {
        return new Body(code, name, kind, stakeholder, validFrom, validTo, competences, votingMembers);
    }
}
