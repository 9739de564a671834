package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that an application has taken as the API answers them; what is left out is absent.
 *
 * @param submission who handed it in
 * @param earlierSubmissions submissions that were given back and replaced
 * @param returns what was asked for when it was given back
 * @param assessment the funding office's check
 * @param consultations advice of bodies
 * @param decision the decision
 * @param agreement what binds the recipient
 * @param payments payments
 * @param waivers what the recipient did without
 * @param proofOfUse what became of the money
 * @param review the check of the proof
 * @param recovery claim of money back
 * @param withdrawal that the applicant took it back
 * @param revocation that the grant was revoked
 * @param closure that nothing is left to do
 * @param corrections typing errors in records, put right
 * @param remarks remarks of the administration
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepsResponse(
        @Nullable Submission submission,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<EarlierSubmission> earlierSubmissions,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Returned> returns,

        @Nullable Assessment assessment,
        @Nullable List<Consultation> consultations,
        @Nullable Decision decision,
        @Nullable Agreement agreement,
        @Nullable List<Payment> payments,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Waiver> waivers,

        @Nullable ProofOfUse proofOfUse,
        @Nullable Review review,
        @Nullable Recovery recovery,
        @Nullable Withdrawal withdrawal,
        @Nullable Revocation revocation,
        @Nullable Closure closure,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Correction> corrections,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Remark> remarks) {

    /** Copies the lists. */
    public StepsResponse {
        earlierSubmissions = copy(earlierSubmissions);
        returns = copy(returns);
        consultations = copy(consultations);
        payments = copy(payments);
        waivers = copy(waivers);
        corrections = copy(corrections);
        remarks = copy(remarks);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}
