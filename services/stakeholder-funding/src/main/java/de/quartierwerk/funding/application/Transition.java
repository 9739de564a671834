package de.quartierwerk.funding.application;

import java.util.List;

/**
 * A step that a state allows (Übergang): a row of the table of {@link Workflow}. Who takes it, the action says.
 *
 * @param state how far the application is
 * @param action the step
 * @param guard what must hold beside the state
 * @param next where it leads to
 */
record Transition(State state, Action action, Guard guard, List<State> next) {

    Transition {
        next = List.copyOf(next);
    }

    boolean isPossible(Situation situation) {
        return state == situation.application().state() && guard.holds(situation);
    }

    boolean isOpenTo(Actor actor, ApplicationRow application) {
        boolean side = action.applicants()
                ? application.mayApply(actor) && (actor.may(action) || application.recordedBy(actor))
                : actor.may(action) && !actor.speaksFor(application.applicant());
        return side && Duties.earlier(application, action, actor).isEmpty();
    }
}
