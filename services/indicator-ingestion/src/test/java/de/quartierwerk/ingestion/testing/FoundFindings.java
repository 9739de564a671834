package de.quartierwerk.ingestion.testing;

import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Keeps findings in memory. */
public final class FoundFindings implements Findings.Writer {
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public void add(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void flush() {
        // nothing waits
    }

    /** The findings as {@code line;column;code;severity;value}. */
    public List<String> lines() {
        return findings.stream()
                .map(finding -> String.join(
                        ";",
                        Objects.toString(finding.place().line(), ""),
                        Objects.toString(finding.place().column(), ""),
                        finding.code(),
                        finding.severity().text(),
                        Objects.toString(finding.value(), "")))
                .toList();
    }

    /** The arguments of each finding. */
    public List<List<String>> arguments() {
        return findings.stream().map(Finding::arguments).toList();
    }
}
