package de.quartierwerk.funding.application;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The way of applications (Verfahrensweg) with its words in the caller's language.
 *
 * @param states how far an application may be
 * @param steps which step leads from where to where
 */
@Schema(description = "The way of applications: states and steps")
public record WorkflowResponse(List<Named> states, List<Step> steps) {

    /** Copies the lists. */
    public WorkflowResponse {
        states = List.copyOf(states);
        steps = List.copyOf(steps);
    }

    /** A state and its name. */
    @Schema(name = "WorkflowState")
    public record Named(
            State state, @Schema(examples = "eingereicht") String name) {}

    /**
     * A step that a state allows.
     *
     * @param state how far the application is
     * @param action the step
     * @param name its name
     * @param roles roles that take it, beside administrators
     * @param guard what must hold beside the state; empty where nothing must
     * @param next where it may lead to
     */
    @Schema(name = "WorkflowStep")
    public record Step(
            State state,
            Action action,
            @Schema(examples = "Prüfung") String name,
            @Schema(examples = "[\"funding-officer\"]") List<String> roles,

            @Schema(examples = "Das Förderprogramm nimmt Anträge an.")
            String guard,

            List<State> next) {

        /** Copies the lists. */
        public Step {
            roles = List.copyOf(roles);
            next = List.copyOf(next);
        }
    }
}
