package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a published run says of one space.
 *
 * @param space space key
 * @param excluded reason of the exclusion
 * @param indices class by index code
 * @param group code of the group
 * @param needs needs found or stated, in the order of their codes
 */
public record SpaceResult(
        String space,
        @Nullable String excluded,
        Map<String, ClassificationPublished.IndexResult> indices,
        @Nullable String group,
        List<SpaceNeed> needs) {}
