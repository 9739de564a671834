package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.application.Decision.Result;
import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.kit.problem.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecisionRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 17);
    private static final Votes CARRIED = counted(12, 3);
    private static final CompetentBody MAIN = new CompetentBody(
            "main", "Hauptausschuss", BodyKind.COMMITTEE, "kreis", List.of("specialist"), "§ 10", null, Map.of());
    private static final CompetentBody ADMINISTRATION =
            new CompetentBody("office", "Verwaltung", BodyKind.ADMINISTRATION, null, List.of(), null, null, Map.of());
    private static final Money REQUESTED = Money.euro("100");

    @Test
    void aDecisionOfTomorrowIsNotTaken() {
        refused("date.in-future", 422, () -> DecisionRules.requireDay(granting(), DAY, DAY.minusDays(1)));
        DecisionRules.requireDay(granting(), DAY, DAY);
    }

    @Test
    void onlyTheCompetentBodyDecides() {
        assertThat(DecisionRules.requireCompetent(granting(), MAIN, "verband-a", REQUESTED))
                .isEqualTo(MAIN);
        refused(
                "decision.nobody-competent",
                409,
                () -> DecisionRules.requireCompetent(granting(), null, "verband-a", REQUESTED));
        refused(
                "decision.not-competent",
                409,
                () -> DecisionRules.requireCompetent(granting(), ADMINISTRATION, "verband-a", REQUESTED));
    }

    @Test
    void aDecisionFollowsTheReceipt() {
        refused("date.before", 422, () -> DecisionRules.requireDay(granting(), DAY.plusDays(1), DAY.plusDays(2)));
    }

    @Test
    void aDecisionIsRecordedLateOnlyWithAReason() {
        DecisionRules.requireDay(granting(), DAY, DAY.plusDays(60));
        refused("decision.late", 422, () -> DecisionRules.requireDay(granting(), DAY, DAY.plusDays(61)));
    }

    @Test
    void aBodyNeverDecidesOnItsOwnActor() {
        refused("decision.own-body", 409, () -> DecisionRules.requireCompetent(granting(), MAIN, "kreis", REQUESTED));
    }

    @Test
    void adviceCountsUntilTheDayOfTheDecision() {
        assertThat(DecisionRules.outstanding(MAIN, List.of(advice(DAY)), DAY)).isEmpty();
        assertThat(DecisionRules.outstanding(MAIN, List.of(advice(DAY.plusDays(1))), DAY))
                .containsExactly("specialist");
    }

    @Test
    void whoOnlyTookNoteHasNotAdvised() {
        Consultation noted = new Consultation(
                "specialist",
                "Fachausschuss",
                DAY,
                Consultation.Role.TAKING_NOTE,
                Consultation.Advice.NOTED,
                null,
                null,
                null,
                "clerk",
                Instant.EPOCH,
                null);

        assertThat(DecisionRules.outstanding(MAIN, List.of(noted), DAY)).containsExactly("specialist");
    }

    @Test
    void aCommitteeVotesAndTheAdministrationNeedsNot() {
        refused("decision.votes-missing", 422, () -> DecisionRules.require(request(null), MAIN, basis()));
        refused("votes.contradict", 422, () -> DecisionRules.require(request(counted(7, 7)), MAIN, basis()));
        assertThat(DecisionRules.require(request(null), ADMINISTRATION, basis()))
                .hasSize(1);
    }

    @Test
    void ofCompetingDraftsExactlyOneIsAdoptedWithTheSameResult() {
        CompetingDraft refuse = new CompetingDraft(null, "Verwaltung", Result.REFUSED, null, false, null);
        CompetingDraft grant = new CompetingDraft(null, "Fraktion", Result.GRANTED, null, true, null);

        assertThat(DecisionRules.require(with(List.of(refuse, grant)), MAIN, basis()))
                .hasSize(1);
        refused("decision.drafts-contradict", 422, () -> DecisionRules.require(with(List.of(refuse)), MAIN, basis()));
        refused(
                "decision.drafts-contradict",
                422,
                () -> DecisionRules.require(with(List.of(grant, grant)), MAIN, basis()));
    }

    @Test
    void aRefusalGrantsNothing() {
        assertThat(DecisionRules.require(refusing(List.of()), MAIN, basis())).isEmpty();
        refused(
                "decision.refused-with-amount",
                422,
                () -> DecisionRules.require(refusing(List.of(new YearAmount(2024, REQUESTED))), MAIN, basis()));
    }

    @Test
    void unmetCriteriaNeedAReasonToDepartFromThem() {
        CriterionResult unmet = new CriterionResult(
                "need", "Bedarf", CriterionKind.PUBLISHED_NEED, true, false, List.of(), List.of(), null, null, null);
        DecisionRules.Basis basis = basis(List.of(advice(DAY)), List.of(unmet));

        refused("decision.criteria-unmet", 409, () -> DecisionRules.require(granting(), MAIN, basis));
        assertThat(DecisionRules.require(departing("Modellprojekt"), MAIN, basis))
                .hasSize(1);
    }

    @Test
    void grantsWhatWasAppliedForWhereNothingElseIsNamed() {
        assertThat(DecisionRules.require(granting(), MAIN, basis()))
                .containsExactly(new YearAmount(2024, Money.euro("100")));
    }

    @Test
    void grantsNoMoreInAYearThanWasAppliedFor() {
        refused("decision.above-request", 422, () -> DecisionRules.require(amount(2024, "100.01"), MAIN, basis()));
        refused("decision.above-request", 422, () -> DecisionRules.require(amount(2025, "1"), MAIN, basis()));
        refused("amount.not-positive", 422, () -> DecisionRules.require(amount(2024, "0"), MAIN, basis()));
    }

    @Test
    void aMotionThatIsLostRefusesTheApplication() {
        for (Votes lost : List.of(counted(5, 11), counted(8, 8))) {
            CompetingDraft grant = new CompetingDraft(null, "Fraktion", Result.GRANTED, null, false, null);

            assertThat(DecisionRules.require(request(Result.REFUSED, null, lost, null, null), MAIN, basis()))
                    .isEmpty();
            assertThat(DecisionRules.require(request(Result.REFUSED, null, lost, List.of(grant), null), MAIN, basis()))
                    .isEmpty();
            refused("votes.contradict", 422, () -> DecisionRules.require(request(lost), MAIN, basis()));
        }
    }

    @Test
    void eachDraftMayHaveVotesOfItsOwn() {
        CompetingDraft lost = new CompetingDraft(null, "Verwaltung", Result.REFUSED, null, false, counted(5, 11));
        CompetingDraft carried = new CompetingDraft(null, "Fraktion", Result.GRANTED, null, true, counted(11, 5));
        CompetingDraft wrong = new CompetingDraft(null, "Fraktion", Result.GRANTED, null, true, counted(8, 8));

        assertThat(DecisionRules.require(drafted(lost, carried), MAIN, basis())).hasSize(1);
        refused("votes.contradict", 422, () -> DecisionRules.require(drafted(lost, wrong), MAIN, basis()));
    }

    @Test
    void votesThatContradictThemselvesAreRefused() {
        Votes nobody = new Votes(null, null, true, 0, null, null, null, null);
        Votes against = new Votes(null, null, true, 5, 1, null, null, null);
        Votes unnumbered = new Votes(null, null, false, null, 3, null, null, null);
        Votes crowd = new Votes(null, null, false, 12, 3, 1, null, 15);
        Votes majority = new Votes(null, Votes.Form.MAJORITY, false, null, 3, null, null, null);

        for (Votes votes : List.of(nobody, against, unnumbered)) {
            refused("votes.contradict", 422, () -> DecisionRules.require(request(votes), MAIN, basis()));
        }
        refused("votes.too-many", 422, () -> DecisionRules.require(request(crowd), MAIN, basis()));
        assertThat(DecisionRules.require(request(majority), MAIN, basis())).hasSize(1);
    }

    private static Votes counted(int yes, int no) {
        return new Votes(null, null, false, yes, no, 1, 1, null);
    }

    private static DecisionRequest drafted(CompetingDraft... drafts) {
        return request(Result.GRANTED, null, null, List.of(drafts), null);
    }

    private static void refused(String code, int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.status()).isEqualTo(status);
        });
    }

    private static DecisionRequest granting() {
        return request(CARRIED);
    }

    @Test
    void amountsOfTheSameYearAreOne() {
        YearAmount half = new YearAmount(2024, Money.euro("30"));

        assertThat(DecisionRules.require(
                        request(Result.GRANTED, List.of(half, half), CARRIED, null, null), MAIN, basis()))
                .containsExactly(new YearAmount(2024, Money.euro("60")));
    }

    private static DecisionRequest request(Votes votes) {
        return request(Result.GRANTED, null, votes, null, null);
    }

    private static DecisionRequest with(List<CompetingDraft> drafts) {
        return request(Result.GRANTED, null, CARRIED, drafts, null);
    }

    private static DecisionRequest refusing(List<YearAmount> amounts) {
        return request(Result.REFUSED, amounts, CARRIED, null, null);
    }

    private static DecisionRequest departing(String deviation) {
        return request(Result.GRANTED, null, CARRIED, null, deviation);
    }

    private static DecisionRequest amount(int year, String amount) {
        return request(Result.GRANTED, List.of(new YearAmount(year, Money.euro(amount))), CARRIED, null, null);
    }

    private static DecisionRequest request(
            Result result, List<YearAmount> amounts, Votes votes, List<CompetingDraft> drafts, String deviation) {
        return new DecisionRequest(
                "main", DAY, result, amounts, "2024/1", votes, drafts, null, false, deviation, null, null, false);
    }

    private static Consultation advice(LocalDate day) {
        return new Consultation(
                "specialist",
                "Fachausschuss",
                day,
                Consultation.Role.ADVISING,
                Consultation.Advice.RECOMMENDED,
                null,
                null,
                null,
                "clerk",
                Instant.EPOCH,
                null);
    }

    private static DecisionRules.Basis basis() {
        return basis(List.of(advice(DAY)));
    }

    private static DecisionRules.Basis basis(List<Consultation> consultations) {
        return basis(consultations, List.of());
    }

    private static DecisionRules.Basis basis(List<Consultation> consultations, List<CriterionResult> criteria) {
        Assessment assessment = new Assessment(
                Assessment.Recommendation.GRANT,
                null,
                null,
                false,
                criteria,
                "funding-officer",
                Instant.EPOCH,
                null,
                null);
        return new DecisionRules.Basis(Samples.content("100", DAY), assessment, consultations, Samples.programme());
    }
}
