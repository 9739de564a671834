package de.quartierwerk.funding.application;

import de.quartierwerk.funding.Today;
import de.quartierwerk.funding.application.ApplicationView.CompetentBodyView;
import de.quartierwerk.funding.application.ApplicationView.Consulted;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriteriaCheck;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.need.PublishedNeed;
import de.quartierwerk.funding.need.PublishedNeeds;
import de.quartierwerk.funding.programme.ProgrammeBody;
import de.quartierwerk.funding.programme.Programmes;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Shows applications to the caller: in full to those concerned, decided grants in part to everybody. */
@ApplicationScoped
class ApplicationViews {

    static final String[] INSIDERS = {
        Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN
    };

    private final Caller caller;
    private final Bodies bodies;
    private final Programmes programmes;
    private final PublishedNeeds needs;
    private final Spaces spaces;
    private final Stakeholders stakeholders;
    private final Today today;

    ApplicationViews(
            Caller caller,
            Bodies bodies,
            Programmes programmes,
            PublishedNeeds needs,
            Spaces spaces,
            Stakeholders stakeholders,
            Today today) {
        this.caller = caller;
        this.bodies = bodies;
        this.programmes = programmes;
        this.needs = needs;
        this.spaces = spaces;
        this.stakeholders = stakeholders;
        this.today = today;
    }

    /** The caller as one who takes steps. */
    Actor actor() {
        Set<String> roles = new HashSet<>();
        Stream.of(Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN)
                .filter(caller::has)
                .forEach(roles::add);
        return new Actor(caller.name(), caller.organisation().orElse(null), roles);
    }

    ApplicationView of(Application application) {
        return of(List.of(application)).get(0);
    }

    /** The applications in their order, with what they have in common read once. */
    List<ApplicationView> of(List<Application> applications) {
        Map<String, ProgrammeBody> rules = programmes.of(new LinkedHashSet<>(
                applications.stream().map(each -> each.programme).toList()));
        Set<String> ownSpaces = caller.hasAny(INSIDERS) ? spaces.touched(caller, spacesOf(applications)) : Set.of();
        List<PublishedNeed> published = needs.of(spacesOf(
                applications.stream().filter(each -> each.assessment == null).toList()));
        return applications.stream()
                .map(each -> view(each, rules.get(each.programme), published, seesAll(each, ownSpaces)))
                .toList();
    }

    /** How an application stands to its programme's criteria at present. */
    List<CriterionResult> check(Application application, ProgrammeBody programme, List<Judgement> judgements) {
        return check(application, programme, needs.of(application.content.spaces()), judgements);
    }

    /** The body that decides on the application on that day, or null. */
    CompetentBody competent(Application application, ProgrammeBody programme, LocalDate day) {
        Money requested = application.content.requested();
        return requested.positive()
                ? bodies.competent(programme.matter(), requested, day).orElse(null)
                : null;
    }

    private ApplicationView view(
            Application application, ProgrammeBody programme, List<PublishedNeed> published, boolean all) {
        CompetentBody competent = competent(application, programme, today.date());
        List<Action> allowed =
                all ? new ArrayList<>(Workflow.allowed(application, actor(), competent, today.date())) : List.of();
        List<CriterionResult> criteria = application.assessment == null
                ? check(application, programme, published, List.of())
                : application.assessment.criteria();
        return new ApplicationView(
                application.id,
                application.state,
                allowed,
                competentView(application, competent),
                criteria,
                all ? application.content : application.content.publicPart(),
                stakeholders.name(application.applicant).orElse(application.applicant),
                application.content.requested(),
                application.granted == null ? null : Money.of(application.granted),
                all ? application.paid() : null,
                application.createdAt,
                all ? application.createdBy : null,
                all ? application.submission : null,
                all ? application.assessment : null,
                all ? application.consultations : null,
                all || application.decision == null ? application.decision : application.decision.publicPart(),
                all ? application.agreement : null,
                all ? application.payments : null,
                all ? application.proofOfUse : null,
                all ? application.review : null,
                all ? application.recovery : null);
    }

    private CompetentBodyView competentView(Application application, CompetentBody competent) {
        Decision decision = application.decision;
        if (decision != null) {
            List<Consulted> advised = application.consultations.stream()
                    .filter(each -> each.role() == Consultation.Role.ADVISING)
                    .map(Consultation::body)
                    .distinct()
                    .map(body -> new Consulted(body, true))
                    .toList();
            return new CompetentBodyView(decision.body(), decision.bodyName(), decision.legalBasis(), advised);
        }
        if (competent == null) {
            return null;
        }
        List<String> outstanding = DecisionRules.outstanding(competent, application.consultations, today.date());
        return new CompetentBodyView(
                competent.code(),
                competent.name(),
                competent.legalBasis(),
                competent.consult().stream()
                        .map(body -> new Consulted(body, !outstanding.contains(body)))
                        .toList());
    }

    private static List<CriterionResult> check(
            Application application,
            ProgrammeBody programme,
            List<PublishedNeed> published,
            List<Judgement> judgements) {
        ApplicationContent content = application.content;
        return CriteriaCheck.evaluate(
                programme.criteria(),
                new CriteriaCheck.Facts(
                        content.spaces(),
                        content.needs(),
                        content.requested(),
                        Money.orZero(content.ownShare()),
                        content.totalCosts()),
                published,
                judgements);
    }

    private boolean seesAll(Application application, Set<String> ownSpaces) {
        return caller.organisation().filter(application.applicant::equals).isPresent()
                || (caller.hasAny(INSIDERS)
                        && (caller.everywhere()
                                || Arrays.stream(application.spaces).anyMatch(ownSpaces::contains)));
    }

    private static Set<String> spacesOf(List<Application> applications) {
        Set<String> keys = new LinkedHashSet<>();
        applications.forEach(each -> keys.addAll(List.of(each.spaces)));
        return keys;
    }
}
