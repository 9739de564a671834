package de.quartierwerk.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch of a published classification run (Klassifikationslauf). Every batch repeats the run's description; a run is
 * complete when batches 0 to {@code of - 1} have arrived. The run published last for a scheme, period and area
 * supersedes the earlier ones.
 *
 * @param run id of the run
 * @param scheme scheme code
 * @param schemeVersion version of the scheme
 * @param schemeTitle title of the scheme
 * @param level level of the classified spaces
 * @param period period that was classified
 * @param area space key whose subtree was classified; the whole installation where there is none
 * @param asOf day on which the classified spaces were valid
 * @param publishedAt instant of the publication
 * @param note note on the publication
 * @param consulted who was consulted before
 * @param basis {@code exact} or {@code public}
 * @param indices indices of the scheme, in its order
 * @param needs fields of action, in the scheme's order
 * @param spaces number of spaces of the run
 * @param spacesInNeed number of spaces with at least one need
 * @param releases ids of the releases whose values took part
 * @param batch number of this batch, from 0
 * @param of number of batches of the run
 * @param results results per space
 * @param supersedes id of the published run that this one supersedes
 * @param before id of the published run with which needs are compared: the one published last for the scheme and area
 */
public record ClassificationPublished(
        UUID run,
        String scheme,
        long schemeVersion,
        String schemeTitle,
        String level,
        String period,
        @Nullable String area,
        LocalDate asOf,
        Instant publishedAt,
        @Nullable String note,
        List<String> consulted,
        String basis,
        List<Index> indices,
        List<Need> needs,
        int spaces,
        int spacesInNeed,
        List<UUID> releases,
        int batch,
        int of,
        List<Result> results,
        @Nullable UUID supersedes,
        @Nullable UUID before) {
    public ClassificationPublished {
        consulted = Copies.of(consulted);
        indices = Copies.of(indices);
        needs = Copies.of(needs);
        releases = Copies.of(releases);
        results = Copies.of(results);
    }

    /** A batch of a run before which none was published. */
    public ClassificationPublished(
            UUID run,
            String scheme,
            long schemeVersion,
            String schemeTitle,
            String level,
            String period,
            String area,
            LocalDate asOf,
            Instant publishedAt,
            @Nullable String note,
            List<String> consulted,
            String basis,
            List<Index> indices,
            List<Need> needs,
            int spaces,
            int spacesInNeed,
            List<UUID> releases,
            int batch,
            int of,
            List<Result> results) {
        this(
                run,
                scheme,
                schemeVersion,
                schemeTitle,
                level,
                period,
                area,
                asOf,
                publishedAt,
                note,
                consulted,
                basis,
                indices,
                needs,
                spaces,
                spacesInNeed,
                releases,
                batch,
                of,
                results,
                null,
                null);
    }

    /**
     * An index of the scheme.
     *
     * @param code index code
     * @param title title for people
     * @param classes class codes from the lowest index value upwards
     * @param labels class labels in the same order
     * @param breaks class breaks, ascending, one fewer than classes; empty where classes are not formed by breaks
     * @param closed {@code left} where a value equal to a break belongs to the class above it, {@code right} where it
     *     belongs to the one below; {@code right} is meant where it is absent
     */
    public record Index(
            String code,
            String title,
            List<String> classes,
            List<String> labels,
            List<BigDecimal> breaks,
            @Nullable String closed) {
        /** {@link #closed} of classes to which their lower bound belongs. */
        public static final String LEFT = "left";

        /** {@link #closed} of classes to which their upper bound belongs. */
        public static final String RIGHT = "right";

        public Index {
            classes = Copies.of(classes);
            labels = Copies.of(labels);
            breaks = Copies.of(breaks);
        }

        /** An index whose classes take the values equal to their upper break. */
        public Index(String code, String title, List<String> classes, List<String> labels, List<BigDecimal> breaks) {
            this(code, title, classes, labels, breaks, null);
        }
    }

    /**
     * A field of action (Handlungsfeld).
     *
     * @param code need code
     * @param title title for people
     * @param targetGroup whom it concerns
     * @param spaces number of spaces that have it
     * @param municipalities number of municipalities with such a space
     */
    public record Need(String code, String title, @Nullable String targetGroup, int spaces, int municipalities) {}

    /**
     * Result of one space.
     *
     * @param space space key
     * @param excluded reason of the exclusion
     * @param indices index code to result; an index that could not be computed is absent
     * @param group code of the group
     * @param needs needs found or added
     * @param needsGone codes of needs that the space had in the run before and has no longer
     */
    public record Result(
            String space,
            @Nullable String excluded,
            Map<String, IndexResult> indices,
            @Nullable String group,
            List<SpaceNeed> needs,
            List<String> needsGone) {
        public Result {
            indices = Copies.of(indices);
            needs = Copies.of(needs);
            needsGone = Copies.of(needsGone);
        }

        /** A result from which no need has gone. */
        public Result(
                String space, String excluded, Map<String, IndexResult> indices, String group, List<SpaceNeed> needs) {
            this(space, excluded, indices, group, needs, List.of());
        }
    }

    /**
     * Result of one index for one space.
     *
     * @param value index value, null where a suppressed value took part
     * @param classCode class code; an index without classes has none
     * @param label class label; an index without classes has none
     */
    public record IndexResult(
            @Nullable BigDecimal value,
            @Nullable String classCode,
            @Nullable String label) {}

    /**
     * A need of a space.
     *
     * @param need need code
     * @param origin {@code rule} where a rule found it, otherwise {@code qualitative} or {@code municipal}: people
     *     stated it
     * @param reason reason of those who stated it, also beside a rule; null where nobody did
     * @param change {@code appeared} or {@code stayed} since the run before, null where there is none
     */
    public record SpaceNeed(
            String need,
            String origin,
            @Nullable String reason,
            @Nullable String change) {
        /** A need of a run before which none was published. */
        public SpaceNeed(String need, String origin, String reason) {
            this(need, origin, reason, null);
        }
    }
}
