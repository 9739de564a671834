package de.quartierwerk.funding.application;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.GrantDecided;
import de.quartierwerk.events.GrantPaid;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.Today;
import de.quartierwerk.funding.answer.Announcements;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.application.ApplicationRepository.Filter;
import de.quartierwerk.funding.application.ApplicationRepository.Sight;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.ProgrammeBody;
import de.quartierwerk.funding.programme.Programmes;
import de.quartierwerk.funding.space.AreaScope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The way of an application: each step locks it, checks who acts, and leaves an audit entry. */
@ApplicationScoped
class ApplicationService {

    private final ApplicationRepository repository;
    private final ApplicationViews views;
    private final Programmes programmes;
    private final Bodies bodies;
    private final Budgets budgets;
    private final Spaces spaces;
    private final Stakeholders stakeholders;
    private final Caller caller;
    private final Audit audit;
    private final Announcements announcements;
    private final Today today;

    ApplicationService(
            ApplicationRepository repository,
            ApplicationViews views,
            Programmes programmes,
            Bodies bodies,
            Budgets budgets,
            Spaces spaces,
            Stakeholders stakeholders,
            Caller caller,
            Audit audit,
            Announcements announcements,
            Today today) {
        this.repository = repository;
        this.views = views;
        this.programmes = programmes;
        this.bodies = bodies;
        this.budgets = budgets;
        this.spaces = spaces;
        this.stakeholders = stakeholders;
        this.caller = caller;
        this.audit = audit;
        this.announcements = announcements;
        this.today = today;
    }

    @Transactional
    Stored<ApplicationView> create(ApplicationContent body) {
        String applicant = applicant(body);
        requireMayApply(applicant);
        stakeholders.requireKnown("/applicant", applicant);
        ApplicationContent content = body.withApplicant(applicant);
        requireFitting(content);
        Application application = Application.draft(content, views.actor(), today.instant());
        repository.insert(application);
        audit.record("application-created", subject(application), null, content);
        return stored(application, true);
    }

    @Transactional
    Stored<ApplicationView> edit(UUID id, ApplicationContent body, Precondition precondition) {
        Application application = lock(id, Action.EDIT);
        String applicant = body.applicant() == null ? application.applicant : body.applicant();
        if (!applicant.equals(application.applicant)) {
            throw new Invalid(
                    "application.applicant-fixed",
                    List.of(InputError.at("/applicant", "application.applicant-fixed", applicant)));
        }
        ApplicationContent content = body.withApplicant(applicant);
        ApplicationContent before = application.content;
        if (!before.equals(content)) {
            precondition.require(application.version);
            requireFitting(content);
            application.edit(content, views.actor());
            audit.record("application-changed", subject(application), before, content);
        }
        return stored(application, false);
    }

    @Transactional
    Stored<ApplicationView> get(UUID id) {
        return repository
                .findVisible(id, sight(true))
                .map(application -> stored(application, false))
                .orElseThrow(() -> new NotFound("application.not-found", id));
    }

    /** The applications of the caller's areas or organisation; for others the decided grants. */
    @Transactional
    List<ApplicationView> list(Filter filter, Place before, int limit) {
        boolean concerned = caller.hasAny(ApplicationViews.INSIDERS)
                || (caller.has(Roles.SUPPLIER) && caller.organisation().isPresent());
        return views.of(repository.list(filter, sight(!concerned), before, limit));
    }

    /** The decided grants of all applicants. */
    @Transactional
    List<ApplicationView> grants(Filter filter, Place before, int limit) {
        return views.of(repository.list(filter, new Sight("", true, new AreaScope(false, List.of())), before, limit));
    }

    @Transactional
    Stored<ApplicationView> submit(UUID id, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.SUBMISSION,
                application ->
                        application.submit(programme(application), views.actor(), today.instant(), today.date()));
    }

    @Transactional
    Stored<ApplicationView> assess(UUID id, Assessment.Entry entry, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.ASSESSMENT,
                application -> application.assess(
                        entry,
                        views.check(application, programme(application), entry.judgements()),
                        views.actor(),
                        today.instant()));
    }

    @Transactional
    Stored<ApplicationView> consult(UUID id, Consultation.Entry entry, Precondition precondition) {
        return step(id, precondition, Action.CONSULTATIONS, application -> {
            Body body = bodies.find(entry.body(), entry.heldOn()).orElseThrow(() -> unknownBody(entry.body()));
            application.consult(
                    entry,
                    body,
                    views.competent(application, programme(application), today.date()),
                    views.actor(),
                    today.instant(),
                    today.date());
        });
    }

    /** Records the decision and commits the money in one transaction, unless it is subject to the budget. */
    @Transactional
    Stored<ApplicationView> decide(UUID id, Decision.Entry entry, Precondition precondition) {
        return step(id, precondition, Action.DECISION, application -> {
            ProgrammeBody programme = programme(application);
            application.decide(
                    entry,
                    views.competent(application, programme, entry.decidedOn()),
                    programme,
                    views.actor(),
                    today.instant(),
                    today.date());
            if (!application.decision.subjectToBudget()) {
                commit(application, programme);
            }
            announceDecision(application);
        });
    }

    /** What was decided subject to the budget needs its money now. */
    @Transactional
    Stored<ApplicationView> agree(UUID id, Agreement.Entry entry, Precondition precondition) {
        return step(id, precondition, Action.AGREEMENT, application -> {
            application.agree(entry, views.actor(), today.instant());
            if (application.decision.subjectToBudget()) {
                commit(application, programme(application));
            }
        });
    }

    @Transactional
    Stored<ApplicationView> certify(UUID id, Payment.Entry entry, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.PAYMENTS,
                application -> application.certify(entry, views.actor(), today.instant()));
    }

    @Transactional
    Stored<ApplicationView> order(UUID id, UUID payment, Precondition precondition) {
        return step(id, precondition, Action.PAYMENT_ORDER, application -> {
            Payment ordered = application.order(payment, views.actor(), today.instant(), today.date());
            announcements.publish(new OutgoingEvent(
                    Topics.FUNDING,
                    id.toString(),
                    EventTypes.GRANT_PAID,
                    id.toString(),
                    application.version,
                    new GrantPaid(
                            id,
                            ordered.id(),
                            event(ordered.amount()),
                            event(application.paid()),
                            ordered.orderedOn(),
                            application.version)));
        });
    }

    @Transactional
    Stored<ApplicationView> reject(UUID id, UUID payment, Payment.Rejection entry, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.PAYMENT_ORDER,
                application -> application.reject(payment, entry.reason(), views.actor(), today.instant()));
    }

    @Transactional
    Stored<ApplicationView> prove(UUID id, ProofOfUse.Entry entry, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.PROOF_OF_USE,
                application -> application.prove(entry, views.actor(), today.instant()));
    }

    @Transactional
    Stored<ApplicationView> review(UUID id, Review.Entry entry, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.REVIEW,
                application -> application.review(entry, views.actor(), today.instant()));
    }

    @Transactional
    Stored<ApplicationView> recover(UUID id, Recovery.Entry entry, Precondition precondition) {
        return step(
                id,
                precondition,
                Action.RECOVERY,
                application -> application.recover(entry, views.actor(), today.instant(), today.date()));
    }

    private Stored<ApplicationView> step(
            UUID id, Precondition precondition, Action action, Consumer<Application> work) {
        Application application = lock(id, action);
        precondition.require(application.version);
        Trace before = Trace.of(application);
        work.accept(application);
        audit.record(
                "application-"
                        + action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                subject(application),
                before,
                Trace.of(application));
        return stored(application, false);
    }

    /** The application, locked, for a caller who may take the step on it; the state is another matter. */
    private Application lock(UUID id, Action action) {
        Application application = repository.lock(id);
        if (application == null) {
            throw new NotFound("application.not-found", id);
        }
        if (action.applicants()) {
            requireMayApply(application.applicant);
        } else {
            spaces.requireWithin(caller, application.content.spaces());
        }
        return application;
    }

    private void requireMayApply(String applicant) {
        Actor actor = views.actor();
        if (!actor.speaksFor(applicant) && !(actor.isAdmin() && actor.organisation() == null)) {
            throw new Forbidden("organisation.foreign");
        }
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

    /** The programme exists, and the spaces lie within its area. */
    private void requireFitting(ApplicationContent content) {
        String area = programmes.require("/programme", content.programme()).area();
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

    private void commit(Application application, ProgrammeBody programme) {
        Decision decision = application.decision;
        if (decision.granted()) {
            budgets.commit(decision.budgetLine(), application.id, decision.amounts(), programme.voluntary());
        }
    }

    private void announceDecision(Application application) {
        Decision decision = application.decision;
        ApplicationContent content = application.content;
        announcements.publish(new OutgoingEvent(
                Topics.FUNDING,
                application.id.toString(),
                EventTypes.GRANT_DECIDED,
                application.id.toString(),
                application.version,
                new GrantDecided(
                        application.id,
                        application.programme,
                        application.applicant,
                        stakeholders.name(application.applicant).orElse(application.applicant),
                        content.purpose(),
                        content.spaces(),
                        content.needs(),
                        decision.granted() ? "granted" : "refused",
                        event(decision.total()),
                        decision.body(),
                        decision.bodyName(),
                        decision.decidedOn(),
                        decision.paperNumber(),
                        application.version)));
    }

    private Stored<ApplicationView> stored(Application application, boolean created) {
        return new Stored<>(views.of(application), application.version, created);
    }

    private Sight sight(boolean grants) {
        return new Sight(caller.organisation().orElse(""), grants, AreaScope.of(caller, ApplicationViews.INSIDERS));
    }

    private ProgrammeBody programme(Application application) {
        return programmes.require("/programme", application.programme);
    }

    private static Invalid unknownBody(String code) {
        return new Invalid("body.unknown", List.of(InputError.at("/body", "body.unknown", code, code)), code);
    }

    private static de.quartierwerk.events.Money event(Money money) {
        return new de.quartierwerk.events.Money(money.amount(), money.currency());
    }

    private static String subject(Application application) {
        return "applications/" + application.id;
    }
}
