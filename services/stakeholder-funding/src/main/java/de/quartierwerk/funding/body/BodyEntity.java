package de.quartierwerk.funding.body;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** Row of a body. */
@Entity
@Table(name = "body")
class BodyEntity {

    @Id
    String code;

    long version;
    String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    BodyKind kind;

    String stakeholder;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_to")
    LocalDate validTo;

    @Convert(converter = CompetencesConverter.class)
    List<Competence> competences;

    void set(BodyBody body) {
        name = body.name();
        kind = body.kind();
        stakeholder = body.stakeholder();
        validFrom = body.validFrom();
        validTo = body.validTo();
        competences = body.competences();
        version++;
    }

    BodyBody body() {
        return new BodyBody(name, kind, stakeholder, validFrom, validTo, competences);
    }

    Body view() {
        return new Body(code, name, kind, stakeholder, validFrom, validTo, competences);
    }
}
