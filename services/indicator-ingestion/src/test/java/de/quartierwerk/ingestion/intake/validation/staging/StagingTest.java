package de.quartierwerk.ingestion.intake.validation.staging;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StagingTest {
    private static final Indicator PEOPLE = new Indicator("people", 1, Definition.of("people", "persons", Kind.COUNT));

    private final Staging staging = new StagedInMemory().staging();

    @Test
    void noticesASpaceThatComesTwice() {
        staging.add(value("2020", 0, "5", "normal"));
        staging.add(value("2020", 1, "6", "normal"));
        staging.add(value("2021", 0, "7", "normal"));
        assertThat(staging.mayRepeat()).isFalse();

        staging.add(value("2020", 0, "5", "normal"));

        assertThat(staging.mayRepeat()).isTrue();
    }

    @Test
    void countsWhatIsThere() {
        staging.add(value("2020", 0, "5", "normal"));
        assertThat(staging.hasEmptyCells()).isFalse();

        staging.add(value("2020", 1, null, "missing"));

        assertThat(staging.usable()).isEqualTo(1);
        assertThat(staging.hasEmptyCells()).isTrue();
    }

    @Test
    void remembersThePeriodsOfCounts() {
        staging.add(value("2020", 0, "5", "normal"));
        staging.add(value("2021", 1, "6", "estimated"));

        assertThat(staging.samples().periods()).isEqualTo(Map.of("people", Set.of("2020")));
        assertThat(staging.samples().counts()).containsExactly("people");
    }

    @Test
    void saysWhereNumbersLieFarFromTheOthers() {
        for (int space = 0; space < 20; space++) {
            staging.add(value("2020", space, Integer.toString(space == 19 ? 100_000 : 100 + space), "normal"));
            staging.add(value("2021", space, Integer.toString(100 + space), "normal"));
        }

        assertThat(staging.samples().exceeded()).containsOnlyKeys(new Samples.Group("people", "2020", "quarter"));
    }

    private static StagedValue value(String period, int space, String number, String status) {
        return new StagedValue(
                new StagedValue.Place(2, 1),
                new StagedValue.Cell(PEOPLE, period, LocalDate.of(2020, 12, 31), "quarter", "s" + space, space),
                new StagedValue.Figures(number == null ? null : new BigDecimal(number), null, null),
                status,
                true,
                List.of(),
                number != null);
    }
}
