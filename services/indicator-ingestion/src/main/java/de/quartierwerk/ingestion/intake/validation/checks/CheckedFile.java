package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.submission.Coverage;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import de.quartierwerk.ingestion.intake.validation.reading.StatedTotals;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A file that was read, for the checks of it as a whole. */
public final class CheckedFile {
    private final Submission submission;
    private final Map<String, Indicator> catalogue;
    private final SpaceIndex spaces;
    private final StatedTotals totals;
    private final Staging staging;
    private final FileFindings findings;
    private long takenOut;
    private long usableTakenOut;
    private boolean rejected;

    public CheckedFile(
            Submission submission,
            Map<String, Indicator> catalogue,
            SpaceIndex spaces,
            StatedTotals totals,
            Staging staging,
            FileFindings findings) {
        this.submission = submission;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.totals = totals;
        this.staging = staging;
        this.findings = findings;
    }

    UUID id() {
        return submission.id();
    }

    Submission submission() {
        return submission;
    }

    Map<String, Indicator> catalogue() {
        return catalogue;
    }

    /** Those of some indicators whose counts add up: not those that their source changed by noise. */
    Set<String> additive(Set<String> codes) {
        Set<String> additive = new TreeSet<>(codes);
        additive.removeIf(code -> {
            Indicator indicator = catalogue.get(code);
            return indicator != null && indicator.definition().protection() != null;
        });
        return additive;
    }

    SpaceIndex spaces() {
        return spaces;
    }

    StatedTotals totals() {
        return totals;
    }

    Staging staging() {
        return staging;
    }

    FileFindings findings() {
        return findings;
    }

    /** Which spaces the file speaks of. */
    public Coverage coverage() {
        return spaces.coverage();
    }

    /** The place of a staged value. */
    Place place(StagedPlace place) {
        return findings.at(place.sheet(), place.line(), place.column());
    }

    /**
     * Notes that a check took values out.
     *
     * @param usable how many of them were there, not missing ones
     */
    void takeOut(long values, long usable) {
        takenOut += values;
        usableTakenOut += usable;
    }

    /** Says that nothing of the file may be released. */
    void reject() {
        rejected = true;
    }

    /** Whether a check found that nothing of the file may be released. */
    public boolean rejected() {
        return rejected;
    }

    /** Values that the checks have taken out. */
    public long takenOut() {
        return takenOut;
    }

    /** Values that are there and were not taken out. */
    public long usable() {
        return staging.usable() - usableTakenOut;
    }

    /** A number as findings show it. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
