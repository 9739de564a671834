package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import java.util.List;
import java.util.Map;

/**
 * What a published run says of one space.
 *
 * @param space space key
 * @param excluded reason of the exclusion, or null
 * @param indices index code to class
 * @param group code of the group, or null
 * @param needs needs found or stated, in the order of their codes
 */
public record SpaceResult(
        String space,
        String excluded,
        Map<String, ClassificationPublished.IndexResult> indices,
        String group,
        List<ClassificationPublished.SpaceNeed> needs) {}
