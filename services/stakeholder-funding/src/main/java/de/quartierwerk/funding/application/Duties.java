package de.quartierwerk.funding.application;

import de.quartierwerk.kit.problem.Forbidden;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps of one application no person takes both of (Vier-Augen-Prinzip), administrators included: a step of the
 * applicant and one of the administration, the assessment and the record of the decision, the assessment or the
 * certification of a payment and the review, the review and the recovery, the recovery and its waiver. Beside these
 * pairs, nobody orders a payment or confirms a correction that the same person certified or proposed.
 */
final class Duties {

    private static final Map<Action, Set<Action>> EXCLUDED = new EnumMap<>(Action.class);

    static {
        separate(Action.ASSESSMENT, Action.DECISION);
        separate(Action.ASSESSMENT, Action.REVIEW);
        separate(Action.PAYMENTS, Action.REVIEW);
        separate(Action.REVIEW, Action.RECOVERY);
        separate(Action.RECOVERY, Action.CLAIM_WAIVER);
    }

    private Duties() {}

    private static void separate(Action one, Action other) {
        EXCLUDED.computeIfAbsent(one, action -> EnumSet.noneOf(Action.class)).add(other);
        EXCLUDED.computeIfAbsent(other, action -> EnumSet.noneOf(Action.class)).add(one);
    }

    /** The step of this person that keeps the person from another one. */
    static Optional<Action> earlier(ApplicationRow application, Action action, Actor actor) {
        return application.done().stream()
                .filter(done -> done.by().equals(actor.name()) && excludes(done.action(), action))
                .map(Done::action)
                .findFirst();
    }

    /** Refuses a step that does not go with an earlier one of this person with 403. */
    static void require(ApplicationRow application, Action action, Actor actor) {
        earlier(application, action, actor).ifPresent(earlier -> {
            throw refusal(earlier, action);
        });
    }

    /** What says that another person must take the step. */
    static Forbidden refusal(Action earlier, Action action) {
        return new Forbidden("duty.separated", earlier.words(), action.words());
    }

    private static boolean excludes(Action earlier, Action action) {
        return earlier.applicants() != action.applicants()
                || EXCLUDED.getOrDefault(earlier, Set.of()).contains(action);
    }
}
