package de.quartierwerk.reporting.profile;

import de.quartierwerk.events.Period;
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

/**
 * What the read model holds about a space and a period.
 *
 * @param place the space and those around it
 * @param period the period
 * @param results what the published runs of the period say of the space
 * @param figures its values
 * @param offers published offers in it
 * @param grants grants that concern it, the latest first
 * @param notices notes on the data that every reader must see
 */
record ProfileData(
        Place place,
        Period period,
        List<RunResult> results,
        Figures figures,
        List<Offer> offers,
        List<Grant> grants,
        List<String> notices) {

    /**
     * A space and the larger spaces that it lies in.
     *
     * @param space the space
     * @param larger spaces on its path, by key
     * @param levels levels by code
     */
    record Place(Space space, Map<String, Space> larger, Map<String, Level> levels) {}

    /** What a published run says of the space. */
    record RunResult(Run run, SpaceResult result) {}

    /**
     * The values of the space.
     *
     * @param indicators indicators with a value, by code
     * @param history values by indicator, from the oldest reference date to the latest
     * @param current values of the period, by indicator
     * @param around what it is compared with
     */
    record Figures(
            Map<String, Indicator> indicators,
            Map<String, List<PublicValue>> history,
            Map<String, PublicValue> current,
            Surroundings around) {}
}
