package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published run (Klassifikationslauf).
 *
 * @param id id of the run
 * @param scheme scheme by which it classified
 * @param level level of the classified spaces
 * @param period period that was classified
 * @param area key of the space whose subtree was classified, null for the whole installation
 * @param asOf day on which the spaces were valid
 * @param publication how it was published
 * @param indices indices of the scheme
 * @param needs fields of action, with the counts of the whole run
 */
public record Run(
        UUID id,
        Scheme scheme,
        String level,
        Period period,
        @Nullable String area,
        LocalDate asOf,
        Publication publication,
        List<ClassificationPublished.Index> indices,
        List<ClassificationPublished.Need> needs) {

    /** A version of a classification scheme (Klassifikationsschema). */
    public record Scheme(String code, long version, String title) {}

    /**
     * Publication of a run.
     *
     * @param at instant of the publication
     * @param note note on the publication
     * @param consulted who was consulted before
     * @param basis values on which the run was computed
     */
    public record Publication(Instant at, @Nullable String note, List<String> consulted, Basis basis) {}
}
