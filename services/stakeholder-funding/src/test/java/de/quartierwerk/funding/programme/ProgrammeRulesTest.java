package de.quartierwerk.funding.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 20);

    @Test
    void aCriterionHasWhatItsKindNeeds() {
        assertThat(faults(
                        null,
                        null,
                        criterion("need", CriterionKind.PUBLISHED_NEED, null),
                        criterion("own", CriterionKind.OWN_SHARE, null),
                        criterion("most", CriterionKind.MAXIMUM_AMOUNT, null),
                        criterion("concept", CriterionKind.JUDGED, null),
                        criterion("group", CriterionKind.TARGET_GROUP, null),
                        criterion("spaces", CriterionKind.SPACES, null)))
                .containsExactly(
                        "/criteria/1/minimumPercent field.missing",
                        "/criteria/2/maximum field.missing",
                        "/criteria/4/targetGroups field.missing",
                        "/criteria/5/spaces field.missing");
        assertThat(faults(null, null, criterion("own", CriterionKind.OWN_SHARE, BigDecimal.TEN)))
                .isEmpty();
    }

    @Test
    void eachCodeStandsOnce() {
        assertThat(faults(
                        null,
                        null,
                        criterion("a", CriterionKind.JUDGED, null),
                        criterion("a", CriterionKind.JUDGED, null)))
                .containsExactly("/criteria/1/code criterion.repeated");
    }

    @Test
    void aProgrammeDoesNotCloseBeforeItOpens() {
        assertThat(faults(DAY, DAY.minusDays(1))).containsExactly("/openTo period.reversed");
        assertThat(faults(DAY, DAY)).isEmpty();
    }

    @Test
    void aPublishedNeedIsAskedOfEverySpaceByDefault() {
        assertThat(criterion("need", CriterionKind.PUBLISHED_NEED, null).match())
                .isEqualTo(SpaceMatch.EVERY_SPACE);
        assertThat(criterion("own", CriterionKind.JUDGED, null).match()).isNull();
        assertThat(criterion("own", CriterionKind.JUDGED, null).required()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "true,-,-,true",
                "false,-,-,false",
                "true,2024-06-20,2024-06-20,true",
                "true,2024-06-21,-,false",
                "true,-,2024-06-19,false"
            })
    void isOpenFromItsFirstToItsLastDay(boolean open, LocalDate from, LocalDate to, boolean expected) {
        assertThat(new Programme.Window(open, from, to).contains(DAY)).isEqualTo(expected);
    }

    private static List<String> faults(LocalDate from, LocalDate to, Criterion... criteria) {
        ProgrammeRequest request = new ProgrammeRequest(
                "P", null, "line", null, null, null, from, to, null, false, null, null, List.of(criteria), null);
        return ProgrammeRules.check(request).stream()
                .map(error -> error.pointer() + " " + error.code())
                .toList();
    }

    private static Criterion criterion(String code, CriterionKind kind, BigDecimal percent) {
        return new Criterion(code, "Titel", kind, null, null, null, null, percent, null, null, null, null, null);
    }
}
