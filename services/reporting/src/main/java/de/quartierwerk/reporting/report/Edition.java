package de.quartierwerk.reporting.report;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The edition before a run (vorige Ausgabe): the run of the same scheme and area for the latest period before, and what
 * has changed since. A space that is excluded or not classified in one of them is neither in need there nor without.
 *
 * @param run id of that run
 * @param period period that it classified
 * @param considered number of spaces that it considered
 * @param spacesInNeed number of spaces with at least one need
 * @param came spaces that have a need now and had none, by key
 * @param went spaces that had a need and have none now, by key
 * @param needs changes by field of action
 * @param transitions numbers of spaces by class before and now
 */
@Schema(name = "ReportEdition")
record Edition(
        UUID run,
        @Schema(examples = "2021") String period,
        int considered,
        int spacesInNeed,
        List<String> came,
        List<String> went,
        List<NeedChange> needs,
        List<Transition> transitions) {

    /**
     * Change of a field of action.
     *
     * @param code need code
     * @param spaces number of spaces that had it
     * @param came spaces that have it now and had it not, by key
     * @param went spaces that had it and have it no longer, by key
     */
    @Schema(name = "ReportNeedChange")
    record NeedChange(String code, int spaces, List<String> came, List<String> went) {}

    /**
     * Spaces that went from one class of an index to another, or stayed.
     *
     * @param index index code
     * @param from class before
     * @param to class now
     * @param spaces number of spaces
     */
    @Schema(name = "ReportTransition")
    record Transition(String index, String from, String to, int spaces) {}

    /**
     * An edition in the row of all of a scheme and area.
     *
     * @param period period
     * @param considered number of spaces considered
     * @param spacesInNeed number of spaces with at least one need
     */
    @Schema(name = "ReportTrendPoint")
    record TrendPoint(@Schema(examples = "2021") String period, int considered, int spacesInNeed) {}

    /**
     * Number of spaces of a group.
     *
     * @param group code of the group
     * @param spaces number of spaces
     */
    @Schema(name = "ReportGroupCount")
    record GroupCount(@Schema(examples = "2+/-") String group, int spaces) {}
}
