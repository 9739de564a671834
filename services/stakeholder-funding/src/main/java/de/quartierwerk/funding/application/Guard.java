package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.MessageText;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What must hold, beside the state, for a step to be possible (Bedingung), with the refusal where it does not. */
enum Guard {
    /** Nothing. */
    NONE(situation -> true),
    /** The programme takes applications. */
    PROGRAMME_OPEN(
            situation -> requireNonNull(situation.programme()).window().contains(situation.day()),
            situation ->
                    new Conflict("programme.closed", situation.application().programme())),
    /** A body is competent, and all have advised that must. */
    ADVISED(
            situation ->
                    situation.competent() != null && situation.outstanding().isEmpty(),
            situation -> new Conflict("decision.not-consulted", String.join(", ", situation.outstanding()))),
    /** The body has granted. */
    GRANTED(
            situation -> situation.decision().granted(),
            situation ->
                    new Conflict("agreement.refused", situation.application().id())),
    /** Something of the grant is not paid yet. */
    MONEY_LEFT(situation -> PaymentRules.remaining(situation.decision().amounts(), situation.steps().payments)
            .positive()),
    /** A certified payment waits for its order. */
    PAYMENT_WAITING(situation -> PaymentRules.pending(situation.steps().payments)),
    /** No certified payment waits for its order. */
    NO_PAYMENT_WAITING(
            situation -> !PaymentRules.pending(situation.steps().payments),
            situation -> new Conflict(
                    "review.payments-pending", situation.application().id())),
    /** More was paid than was used as agreed. */
    RECOVERABLE(
            situation -> requireNonNull(situation.steps().review).recoverable().positive());

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final Predicate<Situation> condition;

    @SuppressWarnings("ImmutableEnumChecker") // a function
    private final @Nullable Function<Situation, Conflict> refusal;

    Guard(Predicate<Situation> condition) {
        this(condition, null);
    }

    Guard(Predicate<Situation> condition, @Nullable Function<Situation, Conflict> refusal) {
        this.condition = condition;
        this.refusal = refusal;
    }

    boolean holds(Situation situation) {
        return condition.test(situation);
    }

    /** Refuses with 409 where it does not hold. */
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
