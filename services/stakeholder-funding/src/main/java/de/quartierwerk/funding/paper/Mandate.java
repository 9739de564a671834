package de.quartierwerk.funding.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a decision charges somebody with (Auftrag), and the report back. */
@Entity
class Mandate {

    @Id
    UUID id;

    @Version
    long version = 1;

    String paper;
    String task;
    String responsible;
    LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    MandateState state;

    @Nullable
    String report;

    String givenBy;
    Instant givenAt;

    @Nullable
    String reportedBy;

    @Nullable
    Instant reportedAt;

    static Mandate of(String paper, MandateRequest request, String person, Instant now) {
        Mandate mandate = new Mandate();
        mandate.id = UUID.randomUUID();
        mandate.paper = paper;
        mandate.task = request.text();
        mandate.responsible = request.responsible();
        mandate.due = request.due();
        mandate.state = MandateState.OPEN;
        mandate.givenBy = person;
        mandate.givenAt = now;
        return mandate;
    }

    MandateResponse response() {
        return new MandateResponse(
                id, paper, task, responsible, due, state, report, givenBy, givenAt, reportedBy, reportedAt);
    }
}
