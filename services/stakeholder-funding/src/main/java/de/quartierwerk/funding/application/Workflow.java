package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.application.Payment.PaymentState;
import de.quartierwerk.funding.body.CompetentBody;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which steps come next. */
final class Workflow {

    private Workflow() {}

    /** The steps that the state allows this person, given the body that decides. */
    static Set<Action> allowed(
            ApplicationRow application, Actor actor, @Nullable CompetentBody competent, LocalDate today) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        for (Action action : possible(application, competent, today)) {
            boolean side = action.applicants() ? application.mayApply(actor) : !application.isOwn(actor);
            if (side && actor.may(action)) {
                allowed.add(action);
            }
        }
        boolean certifiedAll = application.steps().payments.stream()
                .filter(payment -> payment.state() == PaymentState.CERTIFIED)
                .allMatch(payment -> payment.certifiedBy().equals(actor.name()));
        if (certifiedAll) {
            allowed.remove(Action.PAYMENT_ORDER);
        }
        return allowed;
    }

    /** The steps that the state allows anybody. */
    static Set<Action> possible(ApplicationRow application, @Nullable CompetentBody competent, LocalDate today) {
        return switch (application.state()) {
            case DRAFT -> EnumSet.of(Action.EDIT, Action.SUBMISSION);
            case SUBMITTED -> EnumSet.of(Action.ASSESSMENT);
            case ASSESSED, CONSULTED -> beforeDecision(application, competent, today);
            case DECIDED ->
                decision(application).granted() ? EnumSet.of(Action.AGREEMENT) : EnumSet.noneOf(Action.class);
            case AGREED -> whilePaying(application);
            case PROVEN ->
                EnumSet.of(PaymentRules.pending(application.steps().payments) ? Action.PAYMENT_ORDER : Action.REVIEW);
            case REVIEWED ->
                requireNonNull(application.steps().review).recoverable().positive()
                        ? EnumSet.of(Action.RECOVERY)
                        : EnumSet.noneOf(Action.class);
            case RECOVERED -> EnumSet.noneOf(Action.class);
        };
    }

    private static Set<Action> beforeDecision(
            ApplicationRow application, @Nullable CompetentBody competent, LocalDate today) {
        boolean ready = competent != null
                && DecisionRules.outstanding(competent, application.steps().consultations, today)
                        .isEmpty();
        return ready ? EnumSet.of(Action.CONSULTATIONS, Action.DECISION) : EnumSet.of(Action.CONSULTATIONS);
    }

    private static Set<Action> whilePaying(ApplicationRow application) {
        Set<Action> steps = EnumSet.of(Action.PROOF_OF_USE);
        if (PaymentRules.remaining(decision(application).amounts(), application.steps().payments)
                .positive()) {
            steps.add(Action.PAYMENTS);
        }
        if (PaymentRules.pending(application.steps().payments)) {
            steps.add(Action.PAYMENT_ORDER);
        }
        return steps;
    }

    private static Decision decision(ApplicationRow application) {
        return requireNonNull(application.steps().decision);
    }
}
