package de.quartierwerk.reporting.rebuild;

import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.funding.Grants;
import de.quartierwerk.reporting.indicator.Indicators;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.stakeholder.Offers;
import jakarta.enterprise.context.ApplicationScoped;

/** Everything that is filled from the topics. */
@ApplicationScoped
class ReadModel {
    private final Spaces spaces;
    private final Indicators indicators;
    private final ReleasedValues values;
    private final PublishedRuns runs;
    private final Offers offers;
    private final Grants grants;

    ReadModel(
            Spaces spaces,
            Indicators indicators,
            ReleasedValues values,
            PublishedRuns runs,
            Offers offers,
            Grants grants) {
        this.spaces = spaces;
        this.indicators = indicators;
        this.values = values;
        this.runs = runs;
        this.offers = offers;
        this.grants = grants;
    }

    void clear() {
        spaces.clear();
        indicators.clear();
        values.clear();
        runs.clear();
        offers.clear();
        grants.clear();
    }
}
