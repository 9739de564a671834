package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a line's year (Bewilligung), proposed by one person and confirmed by another. */
@Entity
class BudgetAuthorisation {

    @Id
    UUID id;

    String line;
    int year;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    AuthorisationKind kind;

    BigDecimal amount;

    @Nullable
    String source;

    String paperNumber;
    String body;
    LocalDate decidedOn;
    String reason;
    String proposedBy;
    Instant proposedAt;

    @Nullable
    String confirmedBy;

    @Nullable
    Instant confirmedAt;

    @Nullable
    String reversalReason;

    @Nullable
    String reversalProposedBy;

    @Nullable
    String reversedBy;

    @Nullable
    Instant reversedAt;

    static BudgetAuthorisation of(String line, AuthorisationRequest request, String person, Instant now) {
        BudgetAuthorisation authorisation = new BudgetAuthorisation();
        authorisation.id = UUID.randomUUID();
        authorisation.line = line;
        authorisation.year = request.year();
        authorisation.kind = request.kind();
        authorisation.amount = request.amount().value();
        authorisation.source = request.from();
        authorisation.paperNumber = request.paperNumber();
        authorisation.body = request.body();
        authorisation.decidedOn = request.decidedOn();
        authorisation.reason = request.reason();
        authorisation.proposedBy = person;
        authorisation.proposedAt = now;
        return authorisation;
    }

    AuthorisationResponse response() {
        return new AuthorisationResponse(
                id,
                line,
                year,
                kind,
                Money.of(amount),
                source,
                paperNumber,
                body,
                decidedOn,
                reason,
                proposedBy,
                proposedAt,
                confirmedBy,
                confirmedAt,
                reversalReason,
                reversalProposedBy,
                reversedBy,
                reversedAt);
    }
}
