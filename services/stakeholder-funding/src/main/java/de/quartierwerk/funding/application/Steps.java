package de.quartierwerk.funding.application;

import de.quartierwerk.funding.budget.Tranche;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    List<EarlierSubmission> earlierSubmissions = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Returned> returns = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Withdrawal withdrawal;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Waiver> waivers = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Correction> corrections = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Revocation revocation;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Closure closure;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Remark> remarks = List.of();

    /** That of the first of two assessors. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Assessment firstAssessment;

    /** Those of people whose assessment another one replaced; they assessed all the same. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Assessment> earlierAssessments = List.of();

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
    List<Tranche> tranches = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    List<Payment> payments = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    ProofOfUse proofOfUse;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ProofOfUse> interimProofs = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Review review;

    /** Those that were proposed and not confirmed. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<Review> earlierReviews = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Hearing hearing;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Repayment> repayments = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Recovery recovery;

    /** The steps taken so far, with who took them. */
    List<Done> done() {
        List<Done> done = new ArrayList<>();
        add(done, Action.SUBMISSION, submission, Submission::by);
        earlierSubmissions.forEach(each -> add(done, Action.SUBMISSION, each, EarlierSubmission::by));
        returns.forEach(each -> add(done, Action.RETURN, each, Returned::by));
        earlierAssessments.forEach(each -> add(done, Action.ASSESSMENT, each, Assessment::by));
        add(done, Action.ASSESSMENT, firstAssessment, Assessment::by);
        add(done, Action.ASSESSMENT, assessment, Assessment::by);
        consultations.forEach(each -> add(done, Action.CONSULTATIONS, each, Consultation::by));
        add(done, Action.DECISION, decision, Decision::by);
        add(done, Action.AGREEMENT, agreement, Agreement::by);
        if (agreement != null) {
            agreement.beforePayment().forEach(each -> add(done, Action.CONDITION, each, PaymentCondition::by));
        }
        for (Payment payment : payments) {
            add(done, Action.PAYMENTS, payment, Payment::certifiedBy);
            add(done, Action.PAYMENT_ORDER, payment, Payment::decidedBy);
        }
        waivers.forEach(each -> add(done, Action.WAIVER, each, Waiver::by));
        interimProofs.forEach(each -> add(done, Action.PROOF_OF_USE, each, ProofOfUse::by));
        add(done, Action.PROOF_OF_USE, proofOfUse, ProofOfUse::by);
        earlierReviews.forEach(each -> add(done, Action.REVIEW, each, Review::by));
        add(done, Action.REVIEW, review, Review::by);
        add(done, Action.REVIEW, review, Review::confirmedBy);
        add(done, Action.HEARING, hearing, Hearing::by);
        add(done, Action.RECOVERY, recovery, Recovery::by);
        repayments.forEach(each ->
                add(done, each.waiver() == null ? Action.REPAYMENTS : Action.CLAIM_WAIVER, each, Repayment::by));
        add(done, Action.REVOCATION, revocation, Revocation::by);
        for (Correction correction : corrections) {
            add(done, Action.CORRECTION, correction, Correction::by);
            add(done, Action.CORRECTION_CONFIRMATION, correction, Correction::confirmedBy);
        }
        remarks.forEach(each -> add(done, Action.REMARK, each, Remark::by));
        return done;
    }

    private static <T> void add(List<Done> done, Action action, @Nullable T step, Function<T, @Nullable String> by) {
        String person = step == null ? null : by.apply(step);
        if (person != null) {
            done.add(new Done(action, person));
        }
    }

    /** Keeps a first assessment that does not count any more. */
    void setFirstAssessment(@Nullable Assessment made) {
        if (firstAssessment != null) {
            earlierAssessments = Detours.with(earlierAssessments, firstAssessment);
        }
        firstAssessment = made;
    }

    /** Keeps a proposed review that another one replaces; one that was confirmed names both. */
    void setReview(Review made) {
        if (review != null && made.confirmedBy() == null) {
            earlierReviews = Detours.with(earlierReviews, review);
        }
        review = made;
    }

    void addTranches(List<Tranche> committed) {
        List<Tranche> all = new ArrayList<>(tranches);
        all.addAll(committed);
        tranches = List.copyOf(all);
    }

    /** Sum of what was ordered from the treasury. */
    Money paid() {
        return PaymentRules.paid(payments);
    }

    /** What is granted by year now: the decision's amounts less what the recipient did without. */
    List<YearAmount> grant() {
        if (decision == null || withdrawal != null || revocation != null) {
            return List.of();
        }
        Map<Integer, Money> waived = YearAmount.byYear(
                waivers.stream().flatMap(waiver -> waiver.amounts().stream()).toList());
        return YearAmount.merged(decision.amounts()).stream()
                .map(each ->
                        new YearAmount(each.year(), each.amount().minus(waived.getOrDefault(each.year(), Money.ZERO))))
                .filter(each -> each.amount().positive())
                .toList();
    }

    /** What of the grant is neither paid nor certified, by year. */
    List<YearAmount> unpaid() {
        return YearAmount.byYear(grant()).entrySet().stream()
                .map(each -> new YearAmount(each.getKey(), PaymentRules.left(each.getValue(), payments, each.getKey())))
                .filter(each -> each.amount().positive())
                .toList();
    }

    /** What can be claimed back now: what was paid beyond what the review found, or all of a revoked grant. */
    Money recoverable() {
        if (revocation != null) {
            return paid();
        }
        return review == null ? Money.ZERO : review.recoverableOf(paid());
    }

    /** All steps, for the administration. */
    StepsResponse response() {
        return response(remarks);
    }

    /** All steps as the applicant sees them. */
    StepsResponse applicantsPart() {
        return response(remarks.stream().filter(Remark::visible).toList());
    }

    private StepsResponse response(List<Remark> shown) {
        return new StepsResponse(
                submission,
                earlierSubmissions,
                returns,
                earlierAssessments,
                firstAssessment,
                assessment,
                consultations,
                decision,
                agreement,
                tranches,
                payments,
                waivers,
                interimProofs,
                proofOfUse,
                earlierReviews,
                review == null ? null : review.of(paid()),
                hearing,
                recovery,
                repayments,
                withdrawal,
                revocation == null ? null : revocation.of(paid()),
                closure,
                corrections,
                shown);
    }

    /** What everybody may know: the decision, without who entered it. */
    StepsResponse publicPart() {
        Decision known = decision == null ? null : decision.publicPart();
        return new StepsResponse(
                null, null, null, null, null, null, null, known, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null);
    }
}
