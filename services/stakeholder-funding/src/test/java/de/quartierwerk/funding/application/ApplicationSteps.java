package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.Consultation.Advice;
import de.quartierwerk.funding.application.Consultation.Role;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.budget.Tranche;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Applications in each state, and what leads on from there. */
final class ApplicationSteps {

    static final LocalDate TODAY = LocalDate.of(2024, 6, 20);
    static final Instant NOW = Instant.parse("2024-06-20T10:00:00Z");

    static final Actor APPLICANT = new Actor("supplier", "verband-a", Set.of(Roles.SUPPLIER));
    static final Actor RIVAL = new Actor("supplier2", "verband-b", Set.of(Roles.SUPPLIER));
    static final Actor OFFICER = new Actor("funding-officer", null, Set.of(Roles.FUNDING_OFFICER));
    static final Actor OFFICER_2 = new Actor("funding-officer2", null, Set.of(Roles.FUNDING_OFFICER));
    static final Actor CLERK = new Actor("clerk", null, Set.of(Roles.CLERK));
    static final Actor ADMIN = new Actor("admin", null, Set.of(Roles.ADMIN));

    static final CompetentBody MAIN = new CompetentBody(
            "main", "Hauptausschuss", BodyKind.COMMITTEE, null, List.of("specialist"), "§ 10", null, Map.of());
    static final Money REQUESTED = Money.euro("50000");
    static final Body SPECIALIST =
            new Body("specialist", "Fachausschuss", BodyKind.COMMITTEE, null, null, null, List.of(), List.of());
    static final Programme PROGRAMME = Samples.programme(new Programme.Window(true, null, null));

    private ApplicationSteps() {}

    static void refused(String code, int status, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.status()).isEqualTo(status);
        });
    }

    /** The application with its programme and the body that decides, today. */
    static Situation situation(Application application) {
        return new Situation(application.row(), PROGRAMME, MAIN, TODAY);
    }

    /** What this person may do now. */
    static Set<Action> allowed(Application application, Actor actor) {
        return Workflow.allowed(situation(application), actor);
    }

    static Application draft() {
        return Application.draft(content("50000"), APPLICANT, NOW);
    }

    static Application submitted() {
        Application application = draft();
        Submissions.submit(application, PROGRAMME, Set.of(), APPLICANT, NOW, TODAY.minusDays(10));
        return application;
    }

    static Application assessed() {
        Application application = submitted();
        application.assess(grant(), List.of(), OFFICER, NOW, TODAY);
        return application;
    }

    static Application consulted() {
        Application application = assessed();
        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);
        return application;
    }

    static Application granted() {
        Application application = consulted();
        application.decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY);
        application.steps.addTranches(List.of(new Tranche("line", 2024, Money.euro("50000"))));
        return application;
    }

    static Application agreed() {
        Application application = granted();
        application.agree(agreement(), OFFICER, NOW, TODAY);
        return application;
    }

    static ApplicationContent content(String amount) {
        return Samples.content(amount, LocalDate.of(2024, 7, 1));
    }

    static AssessmentRequest grant() {
        return new AssessmentRequest(Assessment.Recommendation.GRANT, null, null, false, null, null);
    }

    static ConsultationRequest consultation(Role role) {
        return new ConsultationRequest(
                "specialist", TODAY.minusDays(4), role, Advice.RECOMMENDED, null, "2024/1", null);
    }

    static DecisionRequest decision() {
        return decision(TODAY, "50000", null);
    }

    static DecisionRequest decision(LocalDate day, String amount, String deviation) {
        return new DecisionRequest(
                "main",
                day,
                Decision.Result.GRANTED,
                List.of(new YearAmount(2024, Money.euro(amount))),
                "2024/1",
                unanimous(),
                null,
                null,
                false,
                deviation,
                null,
                null,
                false);
    }

    static DecisionRequest voted(Votes votes) {
        return new DecisionRequest(
                "main",
                TODAY,
                Decision.Result.GRANTED,
                null,
                "2024/1",
                votes,
                null,
                null,
                false,
                null,
                null,
                null,
                false);
    }

    static Votes unanimous() {
        return new Votes(null, null, true, null, null, null, null, null);
    }

    static CriterionResult unmet() {
        return new CriterionResult(
                "need", "Need", CriterionKind.PUBLISHED_NEED, true, false, null, null, null, null, null);
    }

    static AgreementRequest agreement() {
        return new AgreementRequest(Agreement.Kind.AGREEMENT, "ZV-1", TODAY, null, null, null);
    }

    static PaymentRequest payment(String amount) {
        return new PaymentRequest(2024, Money.euro(amount), null, null, null);
    }

    static ProofOfUseRequest proof() {
        return new ProofOfUseRequest(
                "Bericht",
                List.of(new ApplicationContent.CostItem("Personal", Money.euro("35000"))),
                null,
                null,
                false,
                null,
                null,
                null,
                null);
    }

    /** 5,000 EUR at 6 percent for 73 days, a fifth of a year. */
    static RecoveryRequest recovery(String amount) {
        return new RecoveryRequest(
                Money.euro(amount),
                new Recovery.InterestTerms(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 14), new BigDecimal("6")),
                TODAY,
                "Ja",
                TODAY,
                "Minderausgaben",
                "§ 49a VwVfG");
    }
}
