package de.quartierwerk.funding.application;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes a step of an application: locks it, checks who acts and whether its state allows it, keeps an audit entry. */
@ApplicationScoped
class StepTaker {

    private final ApplicationRepository repository;
    private final ApplicationAccess access;
    private final ApplicationResponses responses;
    private final Audit audit;

    StepTaker(ApplicationRepository repository, ApplicationAccess access, ApplicationResponses responses, Audit audit) {
        this.repository = repository;
        this.access = access;
        this.responses = responses;
        this.audit = audit;
    }

    /** Takes the step in the caller's transaction and answers the application after it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Stored<ApplicationResponse> take(UUID id, IfMatch ifMatch, Action action, Consumer<Application> work) {
        Application application = access.lock(id, action);
        ifMatch.require(application.version);
        Situation situation = responses.situation(application.row());
        Workflow.requireState(situation, action, responses.actor());
        Trace before = Trace.of(application);
        try {
            work.accept(application);
        } catch (Conflict conflict) {
            throw Guard.REFUSALS.contains(conflict.code())
                    ? Workflow.refusal(
                            situation,
                            responses.actor(),
                            conflict.code(),
                            conflict.arguments().toArray())
                    : conflict;
        }
        repository.flush();
        audit.record("application-" + action.code(), "applications/" + id, before, Trace.of(application));
        return new Stored<>(responses.of(application.row()), application.version, false);
    }
}
