package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Coverage;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/** Expected spaces without a value, each of them; in one sentence where the file is about few spaces anyway. */
@ApplicationScoped
@Priority(200)
class MissingSpacesCheck implements Check {
    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    @Override
    public void check(CheckedFile file) {
        report(file.coverage(), file.findings());
    }

    static void report(Coverage coverage, FileFindings findings) {
        long missing = coverage.spacesExpected() - coverage.spacesDelivered();
        if (missing > coverage.spacesDelivered()) {
            findings.hint(
                    Place.FILE,
                    "space.most-not-delivered",
                    null,
                    Long.toString(missing),
                    Long.toString(coverage.spacesExpected()));
            return;
        }
        coverage.missing().forEach(key -> findings.hint(Place.FILE, "space.not-delivered", key, key));
    }
}
