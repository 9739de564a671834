package de.quartierwerk.funding.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.programme.CriterionKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void isTheMeanByTheWeights() {
        assertThat(Score.of(List.of(result(true, 40, 80), result(true, 40, null), result(false, 20, null))))
                .isEqualByComparingTo("72.00");
        assertThat(Score.of(List.of(result(true, 1, 1), result(true, 2, 0)))).hasToString("0.33");
        assertThat(Score.of(List.of(result(true, 2, 1), result(true, 1, 0)))).hasToString("0.67");
    }

    @Test
    void criteriaWithoutWeightDoNotCount() {
        assertThat(Score.of(List.of(result(false, null, 0), result(true, 5, null))))
                .hasToString("100.00");
        assertThat(Score.of(List.of(result(true, null, 80)))).isNull();
        assertThat(Score.of(List.of())).isNull();
    }

    @Test
    void aJudgementOutweighsMetOrNot() {
        assertThat(Score.points(result(false, 1, 30))).isEqualTo(30);
        assertThat(Score.points(result(null, 1, null))).isZero();
    }

    private static CriterionResult result(Boolean met, Integer weight, Integer points) {
        return new CriterionResult(
                "c", "C", CriterionKind.JUDGED, true, met, List.of(), List.of(), null, weight, points);
    }
}
