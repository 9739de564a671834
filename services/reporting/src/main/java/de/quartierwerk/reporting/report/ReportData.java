package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.funding.Grant;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.stakeholder.Offer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the read model holds about an area and a period, as one state of the database.
 *
 * @param places the area and its spaces
 * @param runs published runs, those with fields of action first
 * @param values public values of the spaces, by indicator and space
 * @param indicators indicators of the values, by code
 * @param offers published offers in the spaces that have a result or a value
 * @param grants decided grants in these spaces
 * @param notices notes on the data that every reader must see
 */
record ReportData(
        Places places,
        List<RunData> runs,
        List<PublicValue> values,
        Map<String, Indicator> indicators,
        List<Offer> offers,
        List<Grant> grants,
        List<String> notices) {

    /**
     * The area of a report and its spaces.
     *
     * @param area the area, null for the whole installation
     * @param levels levels by code
     * @param spaces the spaces of the area, by key
     * @param larger the spaces above those of the area, by key
     */
    record Places(
            @Nullable Space area, Map<String, Level> levels, Map<String, Space> spaces, Map<String, Space> larger) {}

    /**
     * A published run with what it says of the area.
     *
     * @param run the run
     * @param results results of the spaces, in the order of their keys
     * @param counts how many spaces it found in need
     * @param before the edition before, null where there is none
     * @param trend all editions up to this one, the first one first
     */
    record RunData(
            Run run,
            List<SpaceResult> results,
            NeedCounts counts,
            @Nullable EditionData before,
            List<Edition.TrendPoint> trend) {
        /** A run without an edition before it. */
        RunData(Run run, List<SpaceResult> results, NeedCounts counts) {
            this(run, results, counts, null, List.of());
        }
    }

    /**
     * The edition before a run, with what it says of the area.
     *
     * @param same keys that mean the same space on the days of both runs
     */
    record EditionData(Run run, List<SpaceResult> results, NeedCounts counts, Set<String> same) {}
}
