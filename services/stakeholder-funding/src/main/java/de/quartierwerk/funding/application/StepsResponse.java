package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that an application has taken as the API answers them; what is left out is absent.
 *
 * @param submission who handed it in
 * @param assessment the funding office's check
 * @param consultations advice of bodies
 * @param decision the decision
 * @param agreement what binds the recipient
 * @param payments payments
 * @param proofOfUse what became of the money
 * @param review the check of the proof
 * @param recovery claim of money back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepsResponse(
        @Nullable Submission submission,
        @Nullable Assessment assessment,
        @Nullable List<Consultation> consultations,
        @Nullable Decision decision,
        @Nullable Agreement agreement,
        @Nullable List<Payment> payments,
        @Nullable ProofOfUse proofOfUse,
        @Nullable Review review,
        @Nullable Recovery recovery) {

    /** Copies the lists. */
    public StepsResponse {
        consultations = consultations == null ? null : List.copyOf(consultations);
        payments = payments == null ? null : List.copyOf(payments);
    }
}
