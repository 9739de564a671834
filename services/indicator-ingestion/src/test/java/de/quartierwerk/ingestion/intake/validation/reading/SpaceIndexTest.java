package de.quartierwerk.ingestion.intake.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.submission.Area;
import de.quartierwerk.ingestion.intake.submission.Coverage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceIndexTest {
    private static final LocalDate DAY = LocalDate.of(2020, 12, 31);

    @Test
    void aLevelLeavesOutTheOthers() {
        SpaceIndex spaces = spaces("{\"level\":\"quarter\"}", null);

        assertThat(spaces.find("0101").fault()).isNull();
        assertThat(spaces.find("01").fault()).isEqualTo("space.other-level");
    }

    @Test
    void aScopeLeavesOutWhatLiesElsewhere() {
        SpaceIndex spaces = spaces("{}", List.of("01"));

        assertThat(spaces.find("0101").fault()).isNull();
        assertThat(spaces.find("0201").fault()).isEqualTo("space.out-of-area");
    }

    @Test
    void signsOfDepthBeforeAKeyAreNoPartOfIt() {
        SpaceIndex spaces = spaces("{\"level\":\"quarter\"}", null);

        assertThat(spaces.find("......0101 Am Markt").key()).isEqualTo("0101");
        assertThat(spaces.find(">> 0102 Hafen").key()).isEqualTo("0102");
        assertThat(spaces.find("......0101 Hafen").fault()).isEqualTo("space.key-and-name-differ");
    }

    @Test
    void keysOnlyMeansKeysOnly() {
        assertThat(spaces("{\"spaceMatch\":\"key\"}", null).find("Hafen").fault())
                .isEqualTo("space.unknown");
        assertThat(spaces("{\"spaceMatch\":\"name\"}", null).find("Hafen").note())
                .isNull();
    }

    @Test
    void coverageNamesWhatIsMissingAndUnknown() {
        SpaceIndex spaces = spaces("{\"level\":\"quarter\"}", null);
        SpaceIndex.Match match = spaces.find("0101");
        spaces.version(match, DAY);
        spaces.deliver(match);
        spaces.noteUnknown("nirgends");

        assertThat(spaces.coverage()).isEqualTo(new Coverage(3, 1, List.of("0102", "0201"), List.of("nirgends")));
    }

    @Test
    void severalChildrenStandForTheirParent() {
        SpaceIndex spaces = spaces("{}", null);
        for (String key : List.of("0101", "0102", "0201")) {
            spaces.stage(spaces.version(spaces.find(key), DAY), DAY);
        }

        assertThat(spaces.areas()).containsExactly(new Area("01", DAY), new Area("0201", DAY));
    }

    @Test
    void saysWhetherParentsAreDelivered() {
        SpaceIndex spaces = spaces("{}", null);
        spaces.deliver(spaces.find("0101"));
        assertThat(spaces.deliversParents()).isFalse();

        spaces.deliver(spaces.find("01"));

        assertThat(spaces.deliversParents()).isTrue();
    }

    private static SpaceIndex spaces(String mapping, List<String> scope) {
        return new PaperFile(mapping, scope).spaces;
    }
}
