package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the audit trail keeps of an application's way; its content is kept when it is written.
 *
 * @param state how far it is
 * @param version version
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
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Trace(
        State state,
        long version,
        Submission submission,
        Assessment assessment,
        List<Consultation> consultations,
        Decision decision,
        Agreement agreement,
        List<Payment> payments,
        ProofOfUse proofOfUse,
        Review review,
        Recovery recovery) {

    static Trace of(Application application) {
        return new Trace(
                application.state,
                application.version,
                application.submission,
                application.assessment,
                application.consultations,
                application.decision,
                application.agreement,
                application.payments,
                application.proofOfUse,
                application.review,
                application.recovery);
    }
}
