package de.quartierwerk.funding.body;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetenceTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 20);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5000,-,-,250000,4999.99,false",
                "5000,-,-,250000,5000,true",
                "5000,-,-,250000,250000,true",
                "5000,-,-,250000,250000.01,false",
                "-,250000,-,-,250000,false",
                "-,250000,-,-,250000.01,true",
                "-,-,5000,-,5000,false",
                "-,-,5000,-,4999.99,true",
                "-,-,-,-,0,true"
            })
    void coversTheAmountsBetweenItsLimits(
            String atLeast, String above, String below, String atMost, String amount, boolean covered) {
        assertThat(competence(atLeast, above, below, atMost).covers(Money.euro(amount)))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1,-,-,2,true",
                "1,1,-,-,false",
                "-,-,2,2,false",
                "2,-,-,1,false",
                "-,1,1.01,-,false",
                "-,1,-,1.01,true"
            })
    void hasOneLimitOnEachSideAndRoomBetweenThem(
            String atLeast, String above, String below, String atMost, boolean consistent) {
        assertThat(competence(atLeast, above, below, atMost).consistent()).isEqualTo(consistent);
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThat(valid(DAY, DAY.minusDays(1)).consistent()).isFalse();
        assertThat(valid(DAY, DAY).consistent()).isTrue();
    }

    @Test
    void overlapsWhereAmountsAndDaysMeet() {
        assertThat(competence("1", null, null, "2").overlaps(competence("2", null, null, "3")))
                .isTrue();
        assertThat(competence("1", null, "2", null).overlaps(competence("2", null, null, "3")))
                .isFalse();
        assertThat(valid(null, DAY).overlaps(valid(DAY, null))).isTrue();
        assertThat(valid(null, DAY).overlaps(valid(DAY.plusDays(1), null))).isFalse();
    }

    private static Competence competence(String atLeast, String above, String below, String atMost) {
        return new Competence(
                Matter.GRANT, euro(atLeast), euro(above), euro(below), euro(atMost), null, null, null, null);
    }

    private static Competence valid(LocalDate from, LocalDate to) {
        return new Competence(Matter.GRANT, null, null, null, null, null, from, to, null);
    }

    private static Money euro(String amount) {
        return amount == null ? null : Money.euro(amount);
    }
}
