package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.util.HashSet;
import java.util.Set;

/** What is told once for the whole file. */
final class Reported {
    /** Texts of indicators that are told one by one. */
    private static final int MOST_TEXTS = 20;

    private final Set<String> computed = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> notes = new HashSet<>();
    private final Set<Place> totals = new HashSet<>();

    /** Tells how a space was found whose cell does not hold its key: each guess, and once what is sure. */
    void name(FileFindings findings, Place place, String text, SpaceIndex.Match space) {
        String note = space.note();
        if (note == null || !names.add(text)) {
            return;
        }
        String[] arguments = space.arguments().toArray(String[]::new);
        boolean hint = note.equals(SpaceNames.BY_NAME);
        boolean once = hint || note.equals(SpaceIndex.KEY_TIDIED);
        if (once && !notes.add(note)) {
            return;
        }
        if (hint) {
            findings.hint(place, note, text, arguments);
        } else {
            findings.warning(place, note, text, arguments);
        }
    }

    /** Tells that rows below a heading are totals. */
    void total(FileFindings findings, Place heading, String text) {
        if (totals.add(heading)) {
            findings.hint(heading, "row.total-heading", text, text);
        }
    }

    /** Tells that delivered values of an indicator are not taken since it is computed. */
    void computed(FileFindings findings, Place place, String indicator) {
        if (computed.add(indicator)) {
            findings.warning(place, "indicator.computed", null, indicator);
        }
    }

    /** Tells that a text stands for no indicator that is wanted. */
    void passedOver(FileFindings findings, Place place, String text) {
        if (texts.size() < MOST_TEXTS && texts.add(text)) {
            findings.hint(place, "indicator.passed-over", text, text);
        }
    }
}
