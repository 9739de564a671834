package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.kit.problem.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssessmentRulesTest {

    private static final Money REQUESTED = Money.euro("100");

    @Test
    void everyJudgedCriterionNeedsItsJudgement() {
        List<CriterionResult> criteria = List.of(
                result("concept", CriterionKind.JUDGED, null), result("most", CriterionKind.MAXIMUM_AMOUNT, true));

        assertThat(AssessmentRules.check(List.of(), criteria))
                .extracting(error -> error.pointer() + " " + error.code() + " " + error.value())
                .containsExactly("/judgements criterion.judgement-missing concept");
    }

    @Test
    void onlyJudgedCriteriaAreJudged() {
        List<CriterionResult> criteria = List.of(result("most", CriterionKind.MAXIMUM_AMOUNT, true));

        assertThat(AssessmentRules.check(
                        List.of(new Judgement("most", false, "x", null), new Judgement("y", true, "x", null)),
                        criteria))
                .extracting(error -> error.pointer() + " " + error.value())
                .containsExactly("/judgements/0/criterion most", "/judgements/1/criterion y");
    }

    @Test
    void proposesNoMoreThanWasAppliedFor() {
        AssessmentRules.require(proposing("100"), List.of(), REQUESTED);
        AssessmentRules.require(proposing(null), List.of(), REQUESTED);
        assertThatThrownBy(() -> AssessmentRules.require(proposing("100.01"), List.of(), REQUESTED))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("assessment.above-request"));
    }

    private static AssessmentRequest proposing(String amount) {
        Money proposed = amount == null ? null : Money.euro(amount);
        return new AssessmentRequest(Assessment.Recommendation.GRANT, proposed, null, false, null, null);
    }

    private static CriterionResult result(String code, CriterionKind kind, Boolean met) {
        return new CriterionResult(code, code, kind, true, met, List.of(), List.of(), null, null, null);
    }
}
