package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Failure;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must hold, beside the state, for a step to be possible (Bedingung), with the refusal where it does not. */
enum Guard {
    /** Nothing. */
    NONE(situation -> true),
    /** The programme takes applications, and this one is complete. */
    SUBMITTABLE(
            situation -> isOpen(situation) && situation.gaps().isEmpty(),
            situation -> isOpen(situation)
                    ? incomplete(situation)
                    : new Conflict("programme.closed", situation.application().programme())),
    /** The application is complete. */
    COMPLETE(situation -> situation.gaps().isEmpty(), Guard::incomplete),
    /** The applicant let the deadline pass. */
    DEADLINE_OVER(situation -> {
        List<Returned> returns = situation.steps().returns;
        return !returns.isEmpty() && returns.get(returns.size() - 1).deadline().isBefore(situation.day());
    }),
    /** A body is competent, and all have advised that must. */
    ADVISED(
            situation ->
                    situation.competent() != null && situation.outstanding().isEmpty(),
            Guard::notConsulted),
    /** The body has granted. */
    GRANTED(
            situation -> situation.decision().granted(),
            situation ->
                    new Conflict("agreement.refused", situation.application().id())),
    /** The body has granted, and the money is there if it was not committed with the decision. */
    FUNDED(
            situation -> GRANTED.holds(situation)
                    && (!situation.steps().tranches.isEmpty()
                            || situation.covers(situation.steps().grant())),
            situation ->
                    new Conflict("agreement.refused", situation.application().id())),
    /** A condition must be met before money is paid. */
    CONDITION_OPEN(situation -> requireNonNull(situation.steps().agreement).waiting() != null),
    /** Something of the grant is not paid yet. */
    MONEY_LEFT(situation -> !situation.steps().unpaid().isEmpty()),
    /** Something of the committed money may be paid now, and no condition keeps it back. */
    PAYABLE(situation ->
            !CONDITION_OPEN.holds(situation) && Retention.payable(situation).positive()),
    /** Money of a year of the grant is not committed yet, and is there now. */
    YEAR_OPEN(situation -> PaymentRules.uncommitted(situation.steps().grant(), situation.steps().tranches).stream()
            .anyMatch(year -> situation.covers(List.of(year)))),
    /** A certified payment waits for its order. */
    PAYMENT_WAITING(situation -> PaymentRules.pending(situation.steps().payments)),
    /** No certified payment waits for its order. */
    NO_PAYMENT_WAITING(
            situation -> !PaymentRules.pending(situation.steps().payments),
            situation -> new Conflict(
                    "review.payments-pending", situation.application().id())),
    /** More was paid than was used as agreed. */
    RECOVERABLE(situation -> situation.steps().recoverable().positive()),
    /** The same, and the party had its say or its time for it is over. */
    CLAIMABLE(situation -> RECOVERABLE.holds(situation) && situation.heard()),
    /** Nothing is to be claimed back, or so little that it need not be. */
    NOTHING_RECOVERABLE(situation -> !situation.steps().recoverable().positive()
            || situation.terms().isPetty(situation.steps().recoverable())),
    /** The same, and no certified payment waits for its order. */
    SETTLED(situation -> NO_PAYMENT_WAITING.holds(situation) && NOTHING_RECOVERABLE.holds(situation)),
    /** Nothing was paid, and nothing is left of the grant. */
    NOTHING_GRANTED(situation -> situation.steps().grant().isEmpty()),
    /** A consultation or a decision is recorded. */
    RECORDED(situation -> situation.steps().decision != null
            || !situation.steps().consultations.isEmpty()),
    /** A correction waits for its confirmation. */
    CORRECTION_WAITING(situation -> situation.steps().corrections.stream().anyMatch(Correction::waiting));

    /** Codes of what guards refuse with 409. */
    static final Set<String> REFUSALS = Set.of(
            "application.guard",
            "agreement.refused",
            "decision.not-consulted",
            "programme.closed",
            "review.payments-pending");

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final Predicate<Situation> condition;

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final @Nullable Function<Situation, Failure> refusal;

    Guard(Predicate<Situation> condition) {
        this(condition, null);
    }

    Guard(Predicate<Situation> condition, @Nullable Function<Situation, Failure> refusal) {
        this.condition = condition;
        this.refusal = refusal;
    }

    private static boolean isOpen(Situation situation) {
        return requireNonNull(situation.programme()).window().contains(situation.day());
    }

    private static Failure notConsulted(Situation situation) {
        CompetentBody competent = requireNonNull(situation.competent());
        return new Conflict("decision.not-consulted", competent.named(situation.outstanding()));
    }

    private static Failure incomplete(Situation situation) {
        return new Invalid("application.incomplete", situation.gaps());
    }

    boolean holds(Situation situation) {
        return condition.test(situation);
    }

    /** Refuses with 409, an incomplete application with 422, where it does not hold. */
    void require(Situation situation) {
        if (!holds(situation)) {
            throw refusal == null ? new Conflict("application.guard", words()) : refusal.apply(situation);
        }
    }

    /** Its words for people. */
    MessageText words() {
        return MessageText.of("application.guard." + name());
    }
}
