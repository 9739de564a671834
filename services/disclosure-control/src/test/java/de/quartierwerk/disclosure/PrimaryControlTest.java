package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryControlTest {
    @ParameterizedTest
    @CsvSource({"0,", "1,SMALL_COUNT", "2,SMALL_COUNT", "3,", "-2,SMALL_COUNT", "0.4,SMALL_COUNT", ","})
    void suppressesSmallCounts(BigDecimal value, Reason expected) {
        assertThat(decide(rules(Measure.COUNT, false), value, null, null).reason())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,100,",
        "2,1000,SMALL_NUMERATOR",
        "3,1000,",
        "998,1000,SMALL_COMPLEMENT",
        "997,1000,",
        "1000,1000,",
        "50,99,SMALL_DENOMINATOR",
        "48,50,SMALL_COMPLEMENT",
        "2,50,SMALL_NUMERATOR",
        "1,2,SMALL_DENOMINATOR",
        "50,100,",
        "0,0,",
    })
    void suppressesSharesThatShowASmallCount(BigDecimal numerator, BigDecimal denominator, Reason expected) {
        assertThat(decide(rules(Measure.SHARE, false), BigDecimal.ONE, numerator, denominator)
                        .reason())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,100,NONE_OR_ALL", "100,100,NONE_OR_ALL", "50,100,", "0,0,"})
    void tellsOfSensitiveGroupsNeitherNoneNorAll(BigDecimal numerator, BigDecimal denominator, Reason expected) {
        assertThat(decide(rules(Measure.SHARE, true), BigDecimal.ONE, numerator, denominator)
                        .reason())
                .isEqualTo(expected);
    }

    @Test
    void trustsBareRatiosOnlyIfTheirSourceControlledThem() {
        PrimaryControl control = new PrimaryControl(rules(Measure.SHARE, false));

        assertThat(control.decide(cell(false, true, Inputs.PUBLIC)).reason()).isNull();
        assertThat(control.decide(cell(false, false, Inputs.PUBLIC)).reason()).isEqualTo(Reason.COUNTS_UNKNOWN);
    }

    @Test
    void keepsSuppressedWhatArrivedSo() {
        Decision decision = new PrimaryControl(rules(Measure.OTHER, false)).decide(cell(true, true, Inputs.PUBLIC));

        assertThat(decision).isEqualTo(new Decision(Reason.SOURCE, null));
    }

    @Test
    void suppressesWhatWasComputedFromASuppressedValue() {
        assertThat(new PrimaryControl(rules(Measure.OTHER, false))
                        .decide(cell(false, true, Inputs.SECRET))
                        .reason())
                .isEqualTo(Reason.INPUT);
    }

    @Test
    void theDenominatorStaysPublicOnlyIfItIsPublicByItself() {
        PrimaryControl control = new PrimaryControl(rules(Measure.SHARE, false));
        BigDecimal two = BigDecimal.valueOf(2);
        BigDecimal thousand = BigDecimal.valueOf(1000);

        assertThat(control.decide(new Cell(two, two, thousand, false, true, Inputs.SECRET))
                        .reason())
                .isEqualTo(Reason.SMALL_NUMERATOR);
        assertThat(control.decide(new Cell(two, two, thousand, false, true, Inputs.SECRET_DENOMINATOR))
                        .reason())
                .isEqualTo(Reason.INPUT_DENOMINATOR);
        assertThat(Reason.SMALL_NUMERATOR.leavesDenominator()).isTrue();
        assertThat(Reason.INPUT_DENOMINATOR.leavesDenominator()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,", "1,SMALL_NUMBER", "2,SMALL_NUMBER", "3,"})
    void suppressesMeansOfTooFewCases(BigDecimal number, Reason expected) {
        assertThat(decide(rules(Measure.MEAN, false), BigDecimal.TEN, BigDecimal.valueOf(500), number)
                        .reason())
                .isEqualTo(expected);
        assertThat(Reason.SMALL_NUMBER.leavesDenominator()).isFalse();
    }

    @Test
    void leavesPublicWhatNoRuleSuppresses() {
        assertThat(new PrimaryControl(rules(Measure.OTHER, false)).decide(cell(false, true, Inputs.PUBLIC)))
                .isEqualTo(new Decision(null, null));
    }

    @Test
    void minimumCountsOfTheCatalogueHold() {
        Rules rules = new Rules(Measure.COUNT, BigDecimal.TEN, BigDecimal.valueOf(100), false, null);

        assertThat(decide(rules, BigDecimal.valueOf(9), null, null).reason()).isEqualTo(Reason.SMALL_COUNT);
        assertThat(decide(rules, BigDecimal.TEN, null, null).reason()).isNull();
    }

    @Test
    void aRateToAnAreaHasNoGroupThatCouldBeTooSmall() {
        assertThat(decide(rules(Measure.RATE, false), BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ONE)
                        .reason())
                .isNull();
    }

    @Test
    void roundsToTheDecimalsThatThePublicMaySee() {
        Rules rules = new Rules(Measure.OTHER, BigDecimal.ONE, BigDecimal.ONE, false, 1);

        assertThat(decide(rules, new BigDecimal("12.345"), null, null).rounded())
                .isEqualTo("12.3");
        assertThat(decide(rules, new BigDecimal("12.30"), null, null).rounded()).isNull();
    }

    private static Rules rules(Measure measure, boolean sensitive) {
        return new Rules(measure, BigDecimal.valueOf(3), BigDecimal.valueOf(100), sensitive, null);
    }

    private static Cell cell(boolean suppressed, boolean controlled, Inputs inputs) {
        return new Cell(BigDecimal.TEN, null, null, suppressed, controlled, inputs);
    }

    private static Decision decide(Rules rules, BigDecimal value, BigDecimal numerator, BigDecimal denominator) {
        return new PrimaryControl(rules).decide(new Cell(value, numerator, denominator, false, true, Inputs.PUBLIC));
    }
}
