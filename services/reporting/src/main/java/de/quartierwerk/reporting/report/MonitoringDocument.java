package de.quartierwerk.reporting.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.reporting.classification.Basis;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.classification.SpaceCounts;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.Polarity;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A monitoring report (Monitoringbericht): what was published about an area and a period at one instant. It is
 * assembled once and never changed; every other form of the report is made from it. It holds released,
 * disclosure-controlled values and published runs only.
 *
 * @param header what it speaks of and when it was assembled
 * @param classifications published runs, those with fields of action first
 * @param indicators indicators with at least one value here, by theme and code
 * @param spaces spaces of the runs' levels, in the order of their keys
 * @param offers published offers in these spaces
 * @param grants decided grants in these spaces
 * @param inputs what went into it
 * @param marks disclosure marks and what they mean
 * @param boundaries origin of the boundaries, null where the installation names none
 * @param correction what it corrects, null for a first version
 */
@Schema(description = "Monitoring report: everything published about an area and a period, as one unchanging document")
record MonitoringDocument(
        @JsonUnwrapped Header header,
        List<Classification> classifications,
        List<Indicator> indicators,
        List<Space> spaces,
        List<Offer> offers,
        List<Grant> grants,
        Inputs inputs,
        List<MarkMeaning> marks,
        @Nullable Boundaries boundaries,
        @Nullable Correction correction) {

    /** The same document with the origin of its boundaries. */
    MonitoringDocument withBoundaries(Boundaries origin) {
        return new MonitoringDocument(
                header, classifications, indicators, spaces, offers, grants, inputs, marks, origin, correction);
    }

    /** The same document as the correction of an earlier one. */
    MonitoringDocument withCorrection(Correction made) {
        return new MonitoringDocument(
                header, classifications, indicators, spaces, offers, grants, inputs, marks, boundaries, made);
    }

    /**
     * What a document speaks of.
     *
     * @param id id of the report
     * @param type kind of report
     * @param language language of its texts; codes and names stay as they were delivered
     * @param area area it speaks of, null for the whole installation
     * @param period period as requested
     * @param periodStart first day of the period
     * @param periodEnd last day of the period
     * @param assembledAt instant at which it was assembled
     * @param notices notes on the data that every reader must see, such as that it is made up
     */
    record Header(
            UUID id,
            @Schema(examples = "monitoring") ReportType type,
            @Schema(examples = "de") Language language,
            @Nullable Area area,
            @Schema(examples = "2023") String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            Instant assembledAt,
            List<String> notices) {}

    /**
     * An area.
     *
     * @param key space key
     * @param name name of the space
     * @param level code of its level
     * @param levelName name of its level
     */
    @Schema(name = "ReportArea")
    record Area(@Schema(examples = "99001") String key, String name, String level, String levelName) {}

    /**
     * A published run and what it found in the area.
     *
     * @param run id of the run
     * @param classifiedBy its scheme
     * @param level level of the classified spaces
     * @param levelName name of that level
     * @param period period that was classified
     * @param asOf day on which the classified spaces were valid
     * @param publication how it was published
     * @param indices its indices, with the number of spaces per class
     * @param needs its fields of action, with the number of spaces and municipalities
     * @param counts numbers of spaces in the area
     * @param groups number of spaces of each group
     * @param before the edition before and what has changed since, null where there is none
     * @param trend all editions up to this one, the first one first
     */
    @Schema(name = "ReportClassification")
    record Classification(
            UUID run,
            @JsonUnwrapped SchemeVersion classifiedBy,
            String level,
            String levelName,
            String period,
            LocalDate asOf,
            @JsonUnwrapped RunPublication publication,
            List<Index> indices,
            List<Need> needs,
            @JsonUnwrapped SpaceCounts counts,
            List<Edition.GroupCount> groups,
            @Nullable Edition before,
            List<Edition.TrendPoint> trend) {
        /** Documents stored earlier hold neither groups nor trend. */
        @SuppressWarnings("ConstantValue")
        Classification {
            groups = Objects.requireNonNullElse(groups, List.of());
            trend = Objects.requireNonNullElse(trend, List.of());
        }

        /**
         * Whether a result of the run says of every need whether the space has it: the space is not excluded, and every
         * index that has classes gave it one.
         */
        boolean classifies(Result result) {
            return result.excluded() == null
                    && indices.stream()
                            .filter(index -> !index.classes().isEmpty())
                            .map(index -> result.indices().get(index.code()))
                            .allMatch(found -> found != null && found.code() != null);
        }
    }

    /**
     * Publication of a run.
     *
     * @param publishedAt instant of the publication
     * @param note note on the publication
     * @param consulted who was consulted before
     * @param basis values on which the run was computed
     */
    record RunPublication(Instant publishedAt, @Nullable String note, List<String> consulted, Basis basis) {}

    /**
     * An index of a scheme.
     *
     * @param code index code
     * @param title its title
     * @param classes its classes from the lowest index value upwards
     * @param closed {@code left} where a value equal to a break belongs to the class above it; in all other cases, also
     *     in documents stored earlier, it belongs to the class below
     */
    @Schema(name = "ReportIndex")
    record Index(
            String code,
            String title,
            List<IndexClass> classes,

            @Schema(
                    description = "`left` where a value equal to a break belongs to the class above it",
                    examples = "right")
            @Nullable
            String closed) {
        /** Whether a value equal to a break belongs to the class above it. */
        boolean closesLeft() {
            return ClassificationPublished.Index.LEFT.equals(closed);
        }
    }

    /**
     * A class of an index.
     *
     * @param code class code
     * @param label class label
     * @param above break below it, null for the lowest class or one without breaks
     * @param upTo break above it, null for the highest class or one without breaks
     * @param spaces number of spaces of the area in it
     */
    @Schema(name = "ReportIndexClass")
    record IndexClass(
            String code,
            @Nullable String label,
            @Nullable BigDecimal above,
            @Nullable BigDecimal upTo,
            int spaces) {}

    /**
     * A field of action (Handlungsfeld).
     *
     * @param code need code
     * @param title its title
     * @param targetGroup whom it concerns
     * @param spaces number of spaces of the area that have it
     * @param municipalities number of municipalities with such a space
     */
    @Schema(name = "ReportNeed")
    record Need(String code, String title, @Nullable String targetGroup, int spaces, int municipalities) {}

    /**
     * An indicator with its source and its range over the spaces of one level.
     *
     * @param code indicator code
     * @param version version of the definition
     * @param definition what it measures
     * @param level level of the spaces it is shown for
     * @param levelName name of that level
     * @param range range of its values
     */
    @Schema(name = "ReportIndicator")
    record Indicator(
            String code,
            long version,
            @JsonUnwrapped Definition definition,
            String level,
            String levelName,
            @JsonUnwrapped Range range) {}

    /**
     * Definition of an indicator.
     *
     * @param name name for people
     * @param description what it measures
     * @param unit unit of the values
     * @param kind what kind of number it is, null while the definition has not arrived
     * @param polarity whether a high value is a burden
     * @param theme subject
     * @param source who publishes it
     * @param licence licence of the data
     */
    record Definition(
            String name,
            @Nullable String description,
            @Schema(examples = "percent") String unit,
            @Schema(examples = "ratio") @Nullable IndicatorKind kind,
            @Nullable Polarity polarity,
            @Nullable String theme,
            @Nullable String source,
            @Nullable String licence) {}

    /**
     * Range of the values of an indicator; without a shown value it has no numbers, nor where the level has one space.
     *
     * @param lowest lowest shown value
     * @param median median of the shown values
     * @param highest highest shown value
     * @param shown number of spaces with a value
     * @param suppressed number of spaces whose value is kept secret
     */
    record Range(
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal median,
            @Nullable BigDecimal highest,
            int shown,
            int suppressed) {}

    /**
     * A space with its results and values.
     *
     * @param key space key
     * @param name name for people
     * @param level code of its level
     * @param within municipality it lies in, else the largest space between it and the report's area
     * @param areaSquareMetres its area, null without a boundary
     * @param results result by scheme code; a scheme of another level has none
     * @param values value by indicator code; an indicator without any value here is absent
     */
    @Schema(name = "ReportSpace")
    record Space(
            String key,
            String name,
            String level,
            @Nullable Area within,
            @Nullable BigDecimal areaSquareMetres,
            Map<String, Result> results,
            Map<String, Value> values) {}

    /**
     * Result of a space.
     *
     * @param excluded reason of the exclusion
     * @param indices index code to class; an index that could not be computed is absent
     * @param group code of the group
     * @param needs needs of the space
     */
    @Schema(name = "ReportResult")
    record Result(
            @Nullable String excluded,
            Map<String, IndexResult> indices,
            @Nullable String group,
            List<SpaceNeed> needs) {}

    /**
     * Class of a space.
     *
     * @param value index value, null where a suppressed value took part
     * @param assigned class code
     * @param code the same, as it was called before
     * @param label class label
     */
    @Schema(name = "ReportIndexResult")
    record IndexResult(
            @Nullable BigDecimal value,

            @Schema(description = "Class code") @JsonProperty("class") @Nullable
            String assigned,

            @Schema(description = "Class code under its earlier name; use `class`", deprecated = true) @Nullable
            String code,

            @Nullable String label) {
        /** A class under both of its names. */
        IndexResult(@Nullable BigDecimal value, @Nullable String code, @Nullable String label) {
            this(value, code, code, label);
        }
    }

    /**
     * Need of a space.
     *
     * @param code code of the field of action
     * @param origin a rule, or people who stated it
     * @param reason reason of a stated need
     */
    @Schema(name = "ReportSpaceNeed")
    record SpaceNeed(
            String code, NeedOrigin origin, @Nullable String reason) {}

    /**
     * A public value.
     *
     * @param value the value, null where the mark stands for it
     * @param numerator its numerator
     * @param denominator its denominator
     * @param status status after disclosure control
     * @param mark disclosure mark
     * @param period period as delivered
     * @param release id of its release
     */
    @Schema(name = "ReportValue")
    record Value(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            ValueStatus status,
            @Nullable Mark mark,
            String period,
            UUID release) {}

    /**
     * A published offer (Angebot).
     *
     * @param key offer key
     * @param name its name
     * @param stakeholder name of the actor that provides it
     * @param targetGroup whom it is for
     * @param spaces keys of the spaces of the area it serves
     * @param needs codes of the fields of action it answers
     */
    @Schema(name = "ReportOffer")
    record Offer(
            String key,
            String name,
            String stakeholder,
            @Nullable String targetGroup,
            List<String> spaces,
            List<String> needs) {}

    /**
     * A decided grant (Zuwendung).
     *
     * @param application id of the application
     * @param applicant name of the recipient
     * @param purpose purpose
     * @param amount amount granted, a decimal string
     * @param paid amount paid so far, a decimal string
     * @param currency ISO 4217 code
     * @param body name of the body that decided
     * @param decidedOn day of the decision
     * @param paperNumber number of the council paper
     * @param spaces keys of the spaces of the area it concerns
     * @param needs codes of the fields of action it answers
     */
    @Schema(name = "ReportGrant")
    record Grant(
            UUID application,
            String applicant,
            String purpose,
            @Schema(examples = "50000.00") String amount,
            @Schema(examples = "12500.00") String paid,
            String currency,
            String body,
            LocalDate decidedOn,
            @Nullable String paperNumber,
            List<String> spaces,
            List<String> needs) {}

    /**
     * What went into the report.
     *
     * @param runs ids of the published runs
     * @param releases ids of the releases of values shown
     */
    @Schema(name = "ReportInputs")
    record Inputs(List<UUID> runs, List<UUID> releases) {}

    /**
     * A disclosure mark.
     *
     * @param mark the mark
     * @param meaning what it means, in the report's language
     */
    @Schema(name = "ReportMark")
    record MarkMeaning(@Schema(examples = ".") Mark mark, String meaning) {}

    /**
     * What a version corrects (Berichtigung).
     *
     * @param version number of the corrected version
     * @param reason why it is corrected
     * @param changes every figure that differs
     */
    @Schema(name = "ReportCorrection")
    record Correction(int version, String reason, List<Change> changes) {}

    /**
     * A figure that differs between two versions.
     *
     * @param section where it stands
     * @param figure what it says
     * @param before what it was, null where it was not there
     * @param after what it is, null where it is no longer there
     */
    @Schema(name = "ReportChange")
    record Change(
            String section,
            String figure,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Origin of the boundaries on the maps.
     *
     * @param source whose they are
     * @param licence licence of the boundaries
     */
    @Schema(name = "ReportBoundaries")
    record Boundaries(@Nullable String source, @Nullable String licence) {}
}
