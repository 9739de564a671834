package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.intake.submission.Coverage;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.testing.FoundFindings;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingSpacesCheckTest {
    private final FoundFindings found = new FoundFindings();

    @Test
    void namesEachSpaceThatIsMissing() {
        report(new Coverage(3, 2, List.of("0102"), List.of()));

        assertThat(found.lines()).containsExactly(";;space.not-delivered;hint;0102");
    }

    @Test
    void saysInOneSentenceThatMostAreMissing() {
        report(new Coverage(3, 1, List.of("0102", "0201"), List.of()));

        assertThat(found.lines()).containsExactly(";;space.most-not-delivered;hint;");
        assertThat(found.arguments()).containsExactly(List.of("2", "3"));
    }

    private void report(Coverage coverage) {
        MissingSpacesCheck.report(coverage, new FileFindings(found, false, null));
    }
}
