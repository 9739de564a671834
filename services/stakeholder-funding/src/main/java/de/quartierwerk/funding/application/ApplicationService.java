package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationRepository.Filter;
import de.quartierwerk.funding.application.ApplicationRepository.GrantScope;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.Programmes;
import de.quartierwerk.funding.space.Scope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Writing and reading applications; {@link ApplicationStepService} takes them further. */
@ApplicationScoped
class ApplicationService {

    private final ApplicationRepository repository;
    private final ApplicationAccess access;
    private final ApplicationResponses responses;
    private final Programmes programmes;
    private final Spaces spaces;
    private final Stakeholders stakeholders;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ApplicationService(
            ApplicationRepository repository,
            ApplicationAccess access,
            ApplicationResponses responses,
            Programmes programmes,
            Spaces spaces,
            Stakeholders stakeholders,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.responses = responses;
        this.programmes = programmes;
        this.spaces = spaces;
        this.stakeholders = stakeholders;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Stored<ApplicationResponse> create(ApplicationContent body) {
        String applicant = applicant(body);
        requireMayRecord(applicant, body);
        stakeholders.requireKnown("/applicant", applicant);
        ApplicationContent content = body.of(applicant, body.onBehalf());
        requireWithinArea(content, programmes.requireVisible("/programme", content.programme()));
        Application application = Application.draft(content, responses.actor(), clock.instant());
        repository.persistAndFlush(application);
        audit.record("application-created", "applications/" + application.id, null, content);
        return stored(application, true);
    }

    @Transactional
    Stored<ApplicationResponse> edit(UUID id, ApplicationContent body, IfMatch ifMatch) {
        Application application = access.lock(id, Action.EDIT);
        String applicant = body.applicant() == null ? application.applicant : body.applicant();
        if (!applicant.equals(application.applicant)) {
            throw new Invalid(
                    "application.applicant-fixed",
                    List.of(InputError.at("/applicant", "application.applicant-fixed", applicant)));
        }
        ApplicationContent before = application.content;
        ApplicationContent content = body.of(applicant, before.onBehalf());
        if (before.equals(content)) {
            ifMatch.check(application.version);
        } else {
            ifMatch.require(application.version);
            Workflow.requireState(responses.situation(application.row()), Action.EDIT, responses.actor());
            if (application.row().recordedBy(responses.actor())) {
                spaces.requireWithin(caller, content.spaces());
            }
            requireWithinArea(content, programme(content, before));
            application.edit(content, responses.actor());
            repository.flush();
            audit.record("application-changed", "applications/" + id, before, content);
        }
        return stored(application, false);
    }

    /** Deletes a draft. */
    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        Application application = access.lock(id, Action.DELETION);
        ifMatch.require(application.version);
        Workflow.requireState(responses.situation(application.row()), Action.DELETION, responses.actor());
        application.begin(Action.DELETION, responses.actor());
        repository.delete(application);
        audit.record("application-deleted", "applications/" + id, application.content, null);
    }

    @Transactional
    Stored<ApplicationResponse> get(UUID id) {
        GrantScope scope = access.grantScope(true);
        return repository
                .findVisible(id, scope)
                .map(application -> new Stored<>(
                        responses.inDetail(application.row(), ids -> repository.visible(ids, scope)),
                        application.version,
                        false))
                .orElseThrow(() -> new NotFound("application.not-found", id));
    }

    /** The applications of the caller's areas or organisation; for others the decided grants. */
    @Transactional
    List<ApplicationResponse> list(Filter filter, Place before, int limit) {
        return responses.of(repository.list(filter, access.grantScope(!access.isConcerned()), before, limit));
    }

    /** The decided grants of all applicants. */
    @Transactional
    List<ApplicationResponse> grants(Filter filter, Place before, int limit) {
        return responses.of(repository.list(filter, new GrantScope(true, false, "", Scope.PUBLIC), before, limit));
    }

    /** Refuses a filter by a code that the caller cannot know of with 404. To be called outside of a transaction. */
    void requireFilter(ApplicationQuery query) {
        if (query.programme != null && !programmes.isVisible(query.programme)) {
            throw new NotFound("programme.unknown", query.programme);
        }
        if (query.applicant != null && !stakeholders.isVisible(query.applicant, access.scope())) {
            throw new NotFound("stakeholder.unknown", query.applicant);
        }
        spaces.requireFilter(query.space);
    }

    /** Who does not speak for the applicant records an application that came on paper, within the own areas. */
    private void requireMayRecord(String applicant, ApplicationContent body) {
        OnBehalf paper = body.onBehalf();
        Actor actor = responses.actor();
        if (paper == null) {
            access.requireMayApply(applicant);
            return;
        }
        if (!caller.hasAny(Roles.FUNDING_OFFICER, Roles.ADMIN) || actor.speaksFor(applicant)) {
            throw new Forbidden("on-behalf.own");
        }
        Days.requirePast("/onBehalf/receivedOn", paper.receivedOn(), LocalDate.now(clock));
        spaces.requireWithin(caller, body.spaces());
    }

    private String applicant(ApplicationContent body) {
        if (body.applicant() != null) {
            return body.applicant();
        }
        return caller.organisation()
                .orElseThrow(() -> new Invalid(
                        "application.applicant-missing",
                        List.of(InputError.at("/applicant", "application.applicant-missing", null))));
    }

    /** A draft keeps its programme when that closes, but does not move to one that the caller must not see. */
    private Programme programme(ApplicationContent content, ApplicationContent before) {
        return content.programme().equals(before.programme())
                ? programmes.require("/programme", content.programme())
                : programmes.requireVisible("/programme", content.programme());
    }

    private void requireWithinArea(ApplicationContent content, Programme programme) {
        String area = programme.area();
        if (area == null) {
            return;
        }
        List<String> outside = spaces.outside(area, content.spaces());
        if (!outside.isEmpty()) {
            throw new Invalid(
                    "application.outside-area",
                    outside.stream()
                            .map(space -> InputError.at(
                                    "/spaces/" + content.spaces().indexOf(space),
                                    "application.outside-area",
                                    space,
                                    space,
                                    area))
                            .toList(),
                    outside.get(0),
                    area);
        }
    }

    private Stored<ApplicationResponse> stored(Application application, boolean created) {
        return new Stored<>(responses.of(application.row()), application.version, created);
    }
}
