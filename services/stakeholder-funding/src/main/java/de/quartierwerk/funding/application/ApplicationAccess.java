package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationRepository.GrantScope;
import de.quartierwerk.funding.space.Scope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which applications the caller may see, and whose steps the caller may take. */
@ApplicationScoped
class ApplicationAccess {

    private final ApplicationRepository repository;
    private final ApplicationResponses responses;
    private final Spaces spaces;
    private final Caller caller;

    ApplicationAccess(ApplicationRepository repository, ApplicationResponses responses, Spaces spaces, Caller caller) {
        this.repository = repository;
        this.responses = responses;
        this.spaces = spaces;
        this.caller = caller;
    }

    /** The applications of the caller's areas or organisation; decided grants of all applicants where asked for. */
    GrantScope grantScope(boolean grants) {
        Actor actor = responses.actor();
        boolean drafts = actor.isAdmin() && actor.organisation() == null && caller.everywhere();
        return new GrantScope(grants, drafts, actor.name(), scope());
    }

    /** The caller's areas and organisation. */
    Scope scope() {
        return Scope.of(caller, RoleGroups.administration());
    }

    /** Whether the caller has to do with applications that are no public grants. */
    boolean isConcerned() {
        return caller.hasAny(RoleGroups.administration())
                || (caller.has(Roles.SUPPLIER) && caller.organisation().isPresent());
    }

    /**
     * Locks an application for a caller who may take the step, whatever its state. Answers 404 for an application that
     * the caller must not see, 403 for one that the caller sees but must not change.
     */
    Application lock(UUID id, Action action) {
        Application application = repository.isVisible(id, grantScope(true)) ? repository.lock(id) : null;
        if (application == null) {
            throw new NotFound("application.not-found", id);
        }
        if (action.applicants()) {
            if (!application.row().mayApply(responses.actor())) {
                throw new Forbidden("organisation.foreign");
            }
        } else {
            spaces.requireWithin(caller, application.content.spaces());
        }
        return application;
    }

    /** Refuses a caller who does not act for the applicant. */
    void requireMayApply(String applicant) {
        if (!responses.actor().mayApplyFor(applicant)) {
            throw new Forbidden("organisation.foreign");
        }
    }
}
