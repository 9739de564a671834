package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A published run (Klassifikationslauf).
 *
 * @param id id of the run
 * @param scheme code of its scheme
 * @param schemeVersion version of the scheme
 * @param schemeTitle title of the scheme
 * @param level level of the classified spaces
 * @param period period that was classified
 * @param periodEnd last day of the period
 * @param area space key whose subtree was classified, or null for the whole installation
 * @param asOf day on which the spaces were valid
 * @param publishedAt instant of the publication
 * @param note note on the publication, or null
 * @param consulted who was consulted before
 * @param basis exact or public values
 * @param indices indices of the scheme
 * @param needs fields of action, with the counts of the whole run
 * @param releases ids of the releases that took part
 */
public record Run(
        UUID id,
        String scheme,
        long schemeVersion,
        String schemeTitle,
        String level,
        String period,
        LocalDate periodEnd,
        String area,
        LocalDate asOf,
        Instant publishedAt,
        String note,
        List<String> consulted,
        String basis,
        List<ClassificationPublished.Index> indices,
        List<ClassificationPublished.Need> needs,
        List<UUID> releases) {}
