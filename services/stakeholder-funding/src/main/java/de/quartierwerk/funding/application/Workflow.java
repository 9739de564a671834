package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.State.AGREED;
import static de.quartierwerk.funding.application.State.ASSESSED;
import static de.quartierwerk.funding.application.State.CLOSED;
import static de.quartierwerk.funding.application.State.CONSULTED;
import static de.quartierwerk.funding.application.State.DECIDED;
import static de.quartierwerk.funding.application.State.DRAFT;
import static de.quartierwerk.funding.application.State.PROVEN;
import static de.quartierwerk.funding.application.State.RECOVERED;
import static de.quartierwerk.funding.application.State.RETURNED;
import static de.quartierwerk.funding.application.State.REVIEWED;
import static de.quartierwerk.funding.application.State.REVOKED;
import static de.quartierwerk.funding.application.State.SUBMITTED;
import static de.quartierwerk.funding.application.State.WITHDRAWN;

import de.quartierwerk.funding.application.Payment.PaymentState;
import de.quartierwerk.kit.problem.Conflict;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The way of an application as data (Verfahrensweg). This table is the only source of what a caller may do next, of
 * what is refused, of {@code GET /workflow} and of the diagram in the README.
 */
final class Workflow {

    static final List<Transition> TABLE = List.of(
            row(DRAFT, Action.EDIT, Guard.NONE, DRAFT),
            row(DRAFT, Action.SUBMISSION, Guard.SUBMITTABLE, SUBMITTED),
            row(DRAFT, Action.DELETION, Guard.NONE),
            row(SUBMITTED, Action.ASSESSMENT, Guard.NONE, ASSESSED, SUBMITTED),
            row(SUBMITTED, Action.RETURN, Guard.NONE, RETURNED),
            row(SUBMITTED, Action.WITHDRAWAL, Guard.NONE, WITHDRAWN),
            row(SUBMITTED, Action.REMARK, Guard.NONE, SUBMITTED),
            row(RETURNED, Action.EDIT, Guard.NONE, RETURNED),
            row(RETURNED, Action.SUBMISSION, Guard.COMPLETE, SUBMITTED),
            row(RETURNED, Action.WITHDRAWAL, Guard.NONE, WITHDRAWN),
            row(RETURNED, Action.ASSESSMENT, Guard.DEADLINE_OVER, ASSESSED, RETURNED),
            row(RETURNED, Action.REMARK, Guard.NONE, RETURNED),
            row(ASSESSED, Action.CONSULTATIONS, Guard.NONE, ASSESSED, CONSULTED),
            row(ASSESSED, Action.DECISION, Guard.ADVISED, DECIDED, ASSESSED),
            row(ASSESSED, Action.WITHDRAWAL, Guard.NONE, WITHDRAWN),
            row(ASSESSED, Action.CORRECTION, Guard.RECORDED, ASSESSED),
            row(ASSESSED, Action.CORRECTION_CONFIRMATION, Guard.CORRECTION_WAITING, ASSESSED),
            row(ASSESSED, Action.REMARK, Guard.NONE, ASSESSED),
            row(CONSULTED, Action.CONSULTATIONS, Guard.NONE, CONSULTED, ASSESSED),
            row(CONSULTED, Action.DECISION, Guard.ADVISED, DECIDED, CONSULTED),
            row(CONSULTED, Action.WITHDRAWAL, Guard.NONE, WITHDRAWN),
            row(CONSULTED, Action.CORRECTION, Guard.RECORDED, CONSULTED),
            row(CONSULTED, Action.CORRECTION_CONFIRMATION, Guard.CORRECTION_WAITING, CONSULTED),
            row(CONSULTED, Action.REMARK, Guard.NONE, CONSULTED),
            row(DECIDED, Action.AGREEMENT, Guard.FUNDED, AGREED),
            row(DECIDED, Action.WITHDRAWAL, Guard.GRANTED, WITHDRAWN),
            row(DECIDED, Action.CORRECTION, Guard.RECORDED, DECIDED),
            row(DECIDED, Action.CORRECTION_CONFIRMATION, Guard.CORRECTION_WAITING, DECIDED),
            row(DECIDED, Action.REMARK, Guard.NONE, DECIDED),
            row(AGREED, Action.CONDITION, Guard.CONDITION_OPEN, AGREED),
            row(AGREED, Action.PAYMENTS, Guard.PAYABLE, AGREED),
            row(AGREED, Action.PAYMENT_ORDER, Guard.PAYMENT_WAITING, AGREED),
            row(AGREED, Action.WAIVER, Guard.MONEY_LEFT, AGREED),
            row(AGREED, Action.COMMITMENT, Guard.YEAR_OPEN, AGREED),
            row(AGREED, Action.PROOF_OF_USE, Guard.NONE, PROVEN, AGREED),
            row(AGREED, Action.REVOCATION, Guard.NO_PAYMENT_WAITING, REVOKED),
            row(AGREED, Action.CLOSURE, Guard.NOTHING_GRANTED, CLOSED),
            row(AGREED, Action.CORRECTION, Guard.RECORDED, AGREED),
            row(AGREED, Action.CORRECTION_CONFIRMATION, Guard.CORRECTION_WAITING, AGREED),
            row(AGREED, Action.REMARK, Guard.NONE, AGREED),
            row(PROVEN, Action.CONDITION, Guard.CONDITION_OPEN, PROVEN),
            row(PROVEN, Action.PAYMENTS, Guard.PAYABLE, PROVEN),
            row(PROVEN, Action.PAYMENT_ORDER, Guard.PAYMENT_WAITING, PROVEN),
            row(PROVEN, Action.COMMITMENT, Guard.YEAR_OPEN, PROVEN),
            row(PROVEN, Action.REVIEW, Guard.NO_PAYMENT_WAITING, REVIEWED, PROVEN),
            row(PROVEN, Action.REVOCATION, Guard.NO_PAYMENT_WAITING, REVOKED),
            row(PROVEN, Action.REMARK, Guard.NONE, PROVEN),
            row(REVIEWED, Action.HEARING, Guard.RECOVERABLE, REVIEWED),
            row(REVIEWED, Action.RECOVERY, Guard.CLAIMABLE, RECOVERED),
            row(REVIEWED, Action.CONDITION, Guard.CONDITION_OPEN, REVIEWED),
            row(REVIEWED, Action.PAYMENTS, Guard.PAYABLE, REVIEWED),
            row(REVIEWED, Action.PAYMENT_ORDER, Guard.PAYMENT_WAITING, REVIEWED),
            row(REVIEWED, Action.REVOCATION, Guard.NO_PAYMENT_WAITING, REVOKED),
            row(REVIEWED, Action.CLOSURE, Guard.SETTLED, CLOSED),
            row(REVIEWED, Action.REMARK, Guard.NONE, REVIEWED),
            row(RECOVERED, Action.REPAYMENTS, Guard.NONE, RECOVERED, CLOSED),
            row(RECOVERED, Action.CLAIM_WAIVER, Guard.NONE, RECOVERED, CLOSED),
            row(RECOVERED, Action.REMARK, Guard.NONE, RECOVERED),
            row(WITHDRAWN, Action.REMARK, Guard.NONE, WITHDRAWN),
            row(REVOKED, Action.HEARING, Guard.RECOVERABLE, REVOKED),
            row(REVOKED, Action.RECOVERY, Guard.CLAIMABLE, RECOVERED),
            row(REVOKED, Action.CLOSURE, Guard.NOTHING_RECOVERABLE, CLOSED),
            row(REVOKED, Action.REMARK, Guard.NONE, REVOKED),
            row(CLOSED, Action.REMARK, Guard.NONE, CLOSED));

    private Workflow() {}

    private static Transition row(State state, Action action, Guard guard, State... next) {
        return new Transition(state, action, guard, List.of(next));
    }

    /**
     * Somebody's step that comes next.
     *
     * @param action the step
     * @param role role that takes it
     */
    record Next(Action action, String role) {}

    /** The steps that this person may take now. */
    static Set<Action> allowed(Situation situation, Actor actor) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        possible(situation)
                .filter(each -> each.isOpenTo(actor, situation.application()))
                .forEach(each -> allowed.add(each.action()));
        boolean proposedAll = situation.steps().corrections.stream()
                .filter(Correction::waiting)
                .allMatch(correction -> correction.by().equals(actor.name()));
        if (proposedAll) {
            allowed.remove(Action.CORRECTION_CONFIRMATION);
        }
        boolean certifiedAll = situation.steps().payments.stream()
                .filter(payment -> payment.state() == PaymentState.CERTIFIED)
                .allMatch(payment -> payment.certifiedBy().equals(actor.name()));
        if (certifiedAll) {
            allowed.remove(Action.PAYMENT_ORDER);
        }
        return allowed;
    }

    /** The table's row for a step, or a refusal of the step with 409. */
    static Transition require(ApplicationRow application, Action action) {
        return TABLE.stream()
                .filter(each -> each.state() == application.state() && each.action() == action)
                .findFirst()
                .orElseThrow(() ->
                        new Conflict("application.state", application.state().words(), action.words()));
    }

    /** Refuses a step that the state does not know with 409, and says what this person, and what anybody, may do. */
    static void requireState(Situation situation, Action action, Actor actor) {
        ApplicationRow application = situation.application();
        if (TABLE.stream().noneMatch(each -> each.state() == application.state() && each.action() == action)) {
            throw refusal(
                    situation, actor, "application.state", application.state().words(), action.words());
        }
    }

    /** A refusal with 409 that says what this person, and what anybody, may do. */
    static Conflict refusal(Situation situation, Actor actor, String code, Object... arguments) {
        return new Conflict(
                Map.of("allowedActions", List.copyOf(allowed(situation, actor)), "next", next(situation)),
                code,
                arguments);
    }

    /** What comes next, and who may take it. */
    static List<Next> next(Situation situation) {
        return possible(situation)
                .flatMap(each -> each.action().roles().stream().map(role -> new Next(each.action(), role)))
                .toList();
    }

    private static Stream<Transition> possible(Situation situation) {
        return TABLE.stream().filter(each -> each.isPossible(situation));
    }
}
