package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationRepository.Filter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for the caller: of the steps that the caller may take, those that lead an application on. */
@ApplicationScoped
class ApplicationInbox {

    /** Steps that somebody waits for; the others are taken if something happens. */
    private static final Set<Action> AWAITED = EnumSet.of(
            Action.EDIT,
            Action.SUBMISSION,
            Action.ASSESSMENT,
            Action.CONSULTATIONS,
            Action.DECISION,
            Action.CORRECTION_CONFIRMATION,
            Action.AGREEMENT,
            Action.PAYMENT_ORDER,
            Action.PROOF_OF_USE,
            Action.REVIEW,
            Action.RECOVERY,
            Action.CLOSURE);

    private final ApplicationRepository repository;
    private final ApplicationAccess access;
    private final ApplicationResponses responses;

    ApplicationInbox(ApplicationRepository repository, ApplicationAccess access, ApplicationResponses responses) {
        this.repository = repository;
        this.access = access;
        this.responses = responses;
    }

    /** A page of the caller's applications, as far as they may have a step that waits for the caller. */
    @Transactional
    List<ApplicationResponse> page(Place before, int limit) {
        return responses.of(repository.list(states(), access.grantScope(false), before, limit));
    }

    private Filter states() {
        Actor actor = responses.actor();
        return Filter.of(Arrays.stream(State.values())
                .filter(state -> Workflow.TABLE.stream()
                        .anyMatch(row -> row.state() == state
                                && AWAITED.contains(row.action())
                                && (actor.may(row.action()) || row.action().applicants())))
                .toList());
    }

    /** What waits of an application; where it can be handed in or decided, nothing that comes before that. */
    static List<InboxItem> items(ApplicationResponse application) {
        Set<Action> waiting = EnumSet.noneOf(Action.class);
        application.allowedActions().stream().filter(AWAITED::contains).forEach(waiting::add);
        if (waiting.contains(Action.SUBMISSION)) {
            waiting.remove(Action.EDIT);
        }
        if (waiting.contains(Action.DECISION)) {
            waiting.remove(Action.CONSULTATIONS);
        }
        return waiting.stream()
                .map(action -> new InboxItem(
                        application.id(),
                        application.content().title(),
                        application.applicantName(),
                        application.state(),
                        action,
                        deadline(application.steps(), application.state(), action),
                        "/funding/v1/applications/" + application.id()))
                .toList();
    }

    private static @Nullable LocalDate deadline(StepsResponse steps, State state, Action action) {
        if (state == State.RETURNED && steps.returns() != null) {
            return steps.returns().get(steps.returns().size() - 1).deadline();
        }
        return action == Action.PROOF_OF_USE && steps.agreement() != null
                ? steps.agreement().proofOfUseDue()
                : null;
    }
}
