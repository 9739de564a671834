package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys without their zeros in front, each an error; where most rows of a table have lost them, one for the whole
 * column, with the statement that brings them back.
 */
final class ZerosLost {
    private static final int FEW = 2;
    private static final int MOST = 10_000;

    private final FileFindings findings;
    private final List<Lost> first = new ArrayList<>();
    private long count;
    private int length;
    private boolean sameLength = true;

    ZerosLost(FileFindings findings) {
        this.findings = findings;
    }

    private record Lost(Place place, String text, String proposed) {}

    /** Takes a key that has lost its zeros, and the one that was probably meant. */
    void add(Place place, String text, String proposed) {
        sameLength &= count == 0 || length == proposed.length();
        length = proposed.length();
        count++;
        if (first.size() < MOST) {
            first.add(new Lost(place, text, proposed));
        }
    }

    /**
     * Tells of them.
     *
     * @param rows rows of the table that hold data
     */
    void report(long rows) {
        if (sameLength && count > FEW && count * 2 > rows) {
            Lost example = first.get(0);
            findings.error(
                    example.place,
                    "space.zeros-lost-column",
                    example.text,
                    example.text,
                    example.proposed,
                    Long.toString(count),
                    Integer.toString(length));
            return;
        }
        first.forEach(one -> findings.error(one.place, SpaceIndex.ZEROS_LOST, one.text, one.text, one.proposed));
    }
}
