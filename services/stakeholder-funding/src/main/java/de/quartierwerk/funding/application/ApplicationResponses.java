package de.quartierwerk.funding.application;

import static java.util.stream.Collectors.groupingBy;

import de.quartierwerk.funding.application.ApplicationResponse.CompetentBodyResponse;
import de.quartierwerk.funding.application.ApplicationResponse.Consulted;
import de.quartierwerk.funding.application.Situation.Outlook;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.criteria.CriteriaCheck;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.need.PublishedNeed;
import de.quartierwerk.funding.need.PublishedNeeds;
import de.quartierwerk.funding.programme.AttachmentKind;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.Programmes;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Shows applications to the caller: in full to those concerned, decided grants in part to everybody. What the
 * applications of a list share is read once, so that the number of statements does not grow with the list.
 */
@ApplicationScoped
class ApplicationResponses {

    private final Caller caller;
    private final Bodies bodies;
    private final Programmes programmes;
    private final PublishedNeeds needs;
    private final Spaces spaces;
    private final Stakeholders stakeholders;
    private final RelatedStatements related;
    private final CumulationStatements cumulation;
    private final AttachedStatements attached;
    private final Budgets budgets;
    private final Clock clock;
    private final int hearingDays;

    ApplicationResponses(
            Caller caller,
            Bodies bodies,
            Programmes programmes,
            PublishedNeeds needs,
            Spaces spaces,
            Stakeholders stakeholders,
            RelatedStatements related,
            CumulationStatements cumulation,
            AttachedStatements attached,
            Budgets budgets,
            Clock clock,
            @ConfigProperty(name = "quartierwerk.funding.hearing-days", defaultValue = "14") int hearingDays) {
        this.caller = caller;
        this.bodies = bodies;
        this.programmes = programmes;
        this.needs = needs;
        this.spaces = spaces;
        this.stakeholders = stakeholders;
        this.related = related;
        this.cumulation = cumulation;
        this.attached = attached;
        this.budgets = budgets;
        this.clock = clock;
        this.hearingDays = hearingDays;
    }

    /** The caller as one who takes steps. */
    Actor actor() {
        Set<String> roles = new HashSet<>();
        Stream.of(Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN)
                .filter(caller::has)
                .forEach(roles::add);
        return new Actor(caller.name(), caller.organisation().orElse(null), roles);
    }

    ApplicationResponse of(ApplicationRow application) {
        return of(List.of(application)).get(0);
    }

    /**
     * The application, for the administration with others for the same spaces and fields of action.
     *
     * @param visible those of some applications that the caller may see
     */
    ApplicationResponse inDetail(ApplicationRow application, Function<Collection<UUID>, Set<UUID>> visible) {
        ApplicationResponse shown = of(application);
        boolean insider = caller.hasAny(RoleGroups.administration()) && shown.createdBy() != null;
        return insider ? shown.beside(cumulation.of(application.id(), visible)) : shown;
    }

    /** The applications in their order. */
    List<ApplicationResponse> of(List<ApplicationRow> applications) {
        if (applications.isEmpty()) {
            return List.of();
        }
        Shared shared = shared(applications);
        return applications.stream().map(each -> response(each, shared)).toList();
    }

    /** How an application stands to its programme's criteria at present. */
    List<CriterionResult> check(ApplicationRow application, Programme programme, List<Judgement> judgements) {
        return check(application, programme, needs.of(application.content().spaces()), judgements);
    }

    /** How an assessed application stands to the criteria now. */
    List<CriterionNow> criteriaNow(ApplicationRow application, Programme programme) {
        Assessment assessment = application.steps().assessment;
        return assessment == null
                ? List.of()
                : CriterionNow.of(assessment.criteria(), check(application, programme, List.of()));
    }

    /** The body that decides on the application on that day; null as long as no amount is applied for. */
    @Nullable
    CompetentBody competent(ApplicationRow application, Programme programme, LocalDate day) {
        return competent(programme, basis(application), bodies.competences(), day);
    }

    /** The amount by which the competent body is found. */
    CompetenceBasis basis(ApplicationRow application) {
        return related.of(List.of(application.id())).getOrDefault(application.id(), CompetenceBasis.of(application));
    }

    /** What the application's next steps depend on today. */
    Situation situation(ApplicationRow application) {
        Programme programme = programme(application);
        LocalDate today = LocalDate.now(clock);
        return new Situation(
                application,
                programme,
                competent(application, programme, today),
                today,
                attached(application),
                outlook(List.of(application)));
    }

    /** What steps would be refused for; reads lines only where money of a grant is not committed yet. */
    private Outlook outlook(List<ApplicationRow> applications) {
        Set<String> lines = applications.stream()
                .filter(each -> each.steps().decision != null
                        && !PaymentRules.uncommitted(each.steps().grant(), each.steps().tranches)
                                .isEmpty())
                .map(each -> Objects.requireNonNull(each.steps().decision).budgetLine())
                .collect(Collectors.toSet());
        return new Outlook(budgets.cover(lines), hearingDays);
    }

    /** The kinds of files that the application has, as long as it can be handed in. */
    Set<AttachmentKind> attached(ApplicationRow application) {
        return attached.of(List.of(application), this::programme).getOrDefault(application.id(), Set.of());
    }

    /** The programme that the application was handed in under; for a draft, as it is. */
    Programme programme(ApplicationRow application) {
        return application.rules() == null
                ? programmes.require("/programme", application.programme())
                : application.rules();
    }

    private Shared shared(List<ApplicationRow> applications) {
        boolean insider = caller.hasAny(RoleGroups.administration());
        List<ApplicationRow> undecided = applications.stream()
                .filter(each -> each.steps().decision == null)
                .toList();
        Map<String, Programme> current = programmes.of(distinct(
                applications.stream().filter(each -> each.rules() == null).toList(), ApplicationRow::programme));
        Actor actor = actor();
        return new Shared(
                actor,
                LocalDate.now(clock),
                current,
                attached.of(applications, each -> Shared.programme(each, current)),
                stakeholders.names(distinct(applications, ApplicationRow::applicant)),
                bodies.competences(),
                related.of(undecided.stream().map(ApplicationRow::id).toList()),
                needs.of(spacesOf(undecided)).stream().collect(groupingBy(PublishedNeed::space)),
                insider && !caller.everywhere() ? spaces.touched(caller, spacesOf(applications)) : Set.of(),
                insider && caller.everywhere(),
                outlook(actor.may(Action.COMMITMENT) ? applications : List.of()));
    }

    private static ApplicationResponse response(ApplicationRow application, Shared shared) {
        Programme programme = shared.programme(application);
        CompetenceBasis basis = shared.basis(application);
        CompetentBody competent = competent(programme, basis, shared.competences(), shared.today());
        Assessment assessment = application.steps().assessment;
        ApplicationContent content = application.content();
        List<CriterionResult> now = check(application, programme, shared.needs(application), List.of());
        boolean all = shared.seesAll(application);
        Situation situation = new Situation(
                application, programme, competent, shared.today(), shared.attached(application), shared.outlook());
        return new ApplicationResponse(
                application.id(),
                application.state(),
                all ? List.copyOf(Workflow.allowed(situation, shared.actor())) : List.of(),
                competentResponse(application.steps(), competent, basis, shared.today()),
                assessment == null ? now : assessment.criteria(),
                assessment == null || application.steps().decision != null
                        ? null
                        : CriterionNow.of(assessment.criteria(), now),
                application.rules() == null ? null : application.rules().version(),
                all ? content : content.publicPart(),
                shared.names().getOrDefault(application.applicant(), application.applicant()),
                content.requested(),
                application.granted() == null ? null : Money.of(application.granted()),
                all ? application.steps().paid() : null,
                application.createdAt(),
                all ? application.createdBy() : null,
                null,
                steps(application, all, shared.actor()));
    }

    private static StepsResponse steps(ApplicationRow application, boolean all, Actor actor) {
        if (!all) {
            return application.steps().publicPart();
        }
        return application.mayApply(actor) && !actor.isAdmin()
                ? application.steps().applicantsPart()
                : application.steps().response();
    }

    private static @Nullable CompetentBodyResponse competentResponse(
            Steps steps, @Nullable CompetentBody competent, CompetenceBasis basis, LocalDate today) {
        Decision decision = steps.decision;
        if (decision != null) {
            List<Consulted> advised = steps.consultations.stream()
                    .filter(each -> each.role() == Consultation.Role.ADVISING)
                    .map(Consultation::body)
                    .distinct()
                    .map(body -> new Consulted(body, true))
                    .toList();
            return new CompetentBodyResponse(
                    decision.body(), decision.bodyName(), decision.legalBasis(), advised, null);
        }
        if (competent == null) {
            return null;
        }
        List<String> outstanding = DecisionRules.outstanding(competent, steps.consultations, today);
        return new CompetentBodyResponse(
                competent.code(),
                competent.name(),
                competent.legalBasis(),
                competent.consult().stream()
                        .map(body -> new Consulted(body, !outstanding.contains(body)))
                        .toList(),
                basis);
    }

    private static @Nullable CompetentBody competent(
            Programme programme, CompetenceBasis basis, Bodies.Competences competences, LocalDate day) {
        return basis.amount().positive()
                ? competences.highest(basis.matters(programme.matter()), day).orElse(null)
                : null;
    }

    private static List<CriterionResult> check(
            ApplicationRow application,
            Programme programme,
            List<PublishedNeed> published,
            List<Judgement> judgements) {
        ApplicationContent content = application.content();
        return CriteriaCheck.evaluate(
                programme.criteria(),
                new CriteriaCheck.Facts(
                        content.spaces(),
                        content.targetGroup(),
                        content.needs(),
                        content.requested(),
                        Money.orZero(content.ownShare()),
                        content.totalCosts()),
                published,
                judgements);
    }

    private static Set<String> distinct(List<ApplicationRow> applications, Function<ApplicationRow, String> value) {
        return applications.stream().map(value).collect(Collectors.toSet());
    }

    private static Set<String> spacesOf(List<ApplicationRow> applications) {
        Set<String> keys = new LinkedHashSet<>();
        applications.forEach(each -> keys.addAll(each.content().spaces()));
        return keys;
    }

    /**
     * What the applications of a list share.
     *
     * @param programmes programmes of those that were not handed in yet, by code
     * @param files kinds of the files of those that can be handed in
     * @param names names of the applicants by key
     * @param bases the amounts by which the competent bodies are found, by application
     * @param needs published needs by space
     * @param ownSpaces the spaces that lie in the caller's areas
     * @param everywhere whether the caller sees all applications in full
     * @param outlook what steps would be refused for
     */
    private record Shared(
            Actor actor,
            LocalDate today,
            Map<String, Programme> programmes,
            Map<UUID, Set<AttachmentKind>> files,
            Map<String, String> names,
            Bodies.Competences competences,
            Map<UUID, CompetenceBasis> bases,
            Map<String, List<PublishedNeed>> needs,
            Set<String> ownSpaces,
            boolean everywhere,
            Outlook outlook) {

        CompetenceBasis basis(ApplicationRow application) {
            return bases.getOrDefault(application.id(), CompetenceBasis.of(application));
        }

        Programme programme(ApplicationRow application) {
            return programme(application, programmes);
        }

        private static Programme programme(ApplicationRow application, Map<String, Programme> current) {
            return application.rules() == null
                    ? Objects.requireNonNull(current.get(application.programme()))
                    : application.rules();
        }

        Set<AttachmentKind> attached(ApplicationRow application) {
            return files.getOrDefault(application.id(), Set.of());
        }

        List<PublishedNeed> needs(ApplicationRow application) {
            return application.content().spaces().stream()
                    .distinct()
                    .flatMap(space -> needs.getOrDefault(space, List.of()).stream())
                    .toList();
        }

        boolean seesAll(ApplicationRow application) {
            return everywhere
                    || actor.speaksFor(application.applicant())
                    || application.recordedBy(actor)
                    || application.content().spaces().stream().anyMatch(ownSpaces::contains);
        }
    }
}
