package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.budget.Tranche;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that an application has taken as the API answers them; what is left out is absent.
 *
 * @param submission who handed it in
 * @param earlierSubmissions submissions that were given back and replaced
 * @param returns what was asked for when it was given back
 * @param earlierAssessments assessments that others replaced
 * @param firstAssessment the check of the first of two assessors
 * @param assessment the funding office's check
 * @param consultations advice of bodies
 * @param decision the decision
 * @param agreement what binds the recipient
 * @param tranches money that is committed, by line and year
 * @param payments payments
 * @param waivers what the recipient did without
 * @param interimProofs what became of the money on the way
 * @param proofOfUse what became of the money
 * @param earlierReviews checks that were proposed and not confirmed
 * @param review the check of the proof
 * @param hearing hearing before a claim
 * @param recovery claim of money back
 * @param repayments what was paid back on it
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

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Assessment> earlierAssessments,

        @Nullable Assessment firstAssessment,
        @Nullable Assessment assessment,
        @Nullable List<Consultation> consultations,
        @Nullable Decision decision,
        @Nullable Agreement agreement,
        @Nullable List<Tranche> tranches,
        @Nullable List<Payment> payments,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Waiver> waivers,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<ProofOfUse> interimProofs,

        @Nullable ProofOfUse proofOfUse,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Review> earlierReviews,

        @Nullable Review review,
        @Nullable Hearing hearing,
        @Nullable Recovery recovery,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Repayment> repayments,

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
        earlierAssessments = copy(earlierAssessments);
        earlierReviews = copy(earlierReviews);
        consultations = copy(consultations);
        tranches = copy(tranches);
        payments = copy(payments);
        interimProofs = copy(interimProofs);
        repayments = copy(repayments);
        waivers = copy(waivers);
        corrections = copy(corrections);
        remarks = copy(remarks);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }
}
