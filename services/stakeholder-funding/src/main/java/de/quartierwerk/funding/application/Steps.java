package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The steps that an application has taken, each a document of its own; null as long as a step was not taken. */
@Embeddable
class Steps {

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Submission submission;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Assessment assessment;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Consultation> consultations = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Decision decision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Agreement agreement;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Payment> payments = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    ProofOfUse proofOfUse;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Review review;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Recovery recovery;

    /** Sum of what was ordered from the treasury. */
    Money paid() {
        return PaymentRules.paid(payments);
    }

    /** All steps. */
    StepsResponse response() {
        return new StepsResponse(
                submission, assessment, consultations, decision, agreement, payments, proofOfUse, review, recovery);
    }

    /** What everybody may know: the decision, without who entered it. */
    StepsResponse publicPart() {
        Decision known = decision == null ? null : decision.publicPart();
        return new StepsResponse(null, null, null, known, null, null, null, null, null);
    }
}
