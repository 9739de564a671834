package de.quartierwerk.reporting.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A monitoring report (Monitoringbericht): what was published about an area and a period at one instant. It is
 * assembled once and never changed; every other form of the report is made from it. It holds released,
 * disclosure-controlled values and published runs only.
 *
 * @param id id of the report
 * @param type {@code monitoring}
 * @param language {@code de} or {@code en}; codes and names stay as they were delivered
 * @param area area it speaks of, or null for the whole installation
 * @param period period as requested
 * @param periodStart first day of the period
 * @param periodEnd last day of the period
 * @param assembledAt instant at which it was assembled
 * @param notices notes on the data that every reader must see, such as that it is made up
 * @param classifications published runs, those with fields of action first
 * @param indicators indicators with at least one value here, by theme and code
 * @param spaces spaces of the runs' levels, in the order of their keys
 * @param offers published offers in these spaces
 * @param grants decided grants in these spaces
 * @param inputs what went into it
 * @param marks disclosure marks and what they mean
 */
@Schema(description = "Monitoring report: everything published about an area and a period, as one unchanging document")
public record MonitoringDocument(
        UUID id,
        @Schema(examples = "monitoring") String type,
        @Schema(examples = "de") String language,
        Area area,
        @Schema(examples = "2023") String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        Instant assembledAt,
        List<String> notices,
        List<Classification> classifications,
        List<Indicator> indicators,
        List<Space> spaces,
        List<Offer> offers,
        List<Grant> grants,
        Inputs inputs,
        List<Mark> marks) {

    /**
     * An area.
     *
     * @param key space key
     * @param name name of the space
     * @param level code of its level
     * @param levelName name of its level
     */
    @Schema(name = "ReportArea")
    public record Area(@Schema(examples = "99001") String key, String name, String level, String levelName) {}

    /**
     * A published run and what it found in the area.
     *
     * @param run id of the run
     * @param scheme code of the scheme
     * @param schemeVersion its version
     * @param schemeTitle its title
     * @param level level of the classified spaces
     * @param levelName name of that level
     * @param period period that was classified
     * @param asOf day on which the classified spaces were valid
     * @param publishedAt instant of the publication
     * @param note note on the publication, or null
     * @param consulted who was consulted before
     * @param basis {@code exact} or {@code public} values
     * @param indices its indices, with the number of spaces per class
     * @param needs its fields of action, with the number of spaces and municipalities
     * @param spaces number of spaces in the area
     * @param spacesInNeed number of those with at least one need
     * @param municipalitiesInNeed number of municipalities with such a space
     * @param excluded number of spaces excluded with a reason
     */
    @Schema(name = "ReportClassification")
    public record Classification(
            UUID run,
            String scheme,
            long schemeVersion,
            String schemeTitle,
            String level,
            String levelName,
            String period,
            LocalDate asOf,
            Instant publishedAt,
            String note,
            List<String> consulted,
            String basis,
            List<Index> indices,
            List<Need> needs,
            @Schema(examples = "93") int spaces,
            @Schema(examples = "59") int spacesInNeed,
            int municipalitiesInNeed,
            int excluded) {}

    /**
     * An index of a scheme.
     *
     * @param code index code
     * @param title its title
     * @param classes its classes from the lowest index value upwards
     */
    @Schema(name = "ReportIndex")
    public record Index(String code, String title, List<IndexClass> classes) {}

    /**
     * A class of an index.
     *
     * @param code class code
     * @param label class label
     * @param above break below it, or null for the lowest class or one without breaks
     * @param upTo break above it, or null for the highest class or one without breaks
     * @param spaces number of spaces of the area in it
     */
    @Schema(name = "ReportIndexClass")
    public record IndexClass(String code, String label, BigDecimal above, BigDecimal upTo, int spaces) {}

    /**
     * A field of action (Handlungsfeld).
     *
     * @param code need code
     * @param title its title
     * @param targetGroup whom it concerns, or null
     * @param spaces number of spaces of the area that have it
     * @param municipalities number of municipalities with such a space
     */
    @Schema(name = "ReportNeed")
    public record Need(String code, String title, String targetGroup, int spaces, int municipalities) {}

    /**
     * An indicator with its source.
     *
     * @param code indicator code
     * @param version version of the definition
     * @param name name for people
     * @param description what it measures, or null
     * @param unit unit of the values
     * @param kind count, ratio, mean or index
     * @param polarity burden, relief or neutral
     * @param theme subject, or null
     * @param source who publishes it, or null
     * @param licence licence of the data, or null
     * @param level level of the spaces it is shown for
     * @param levelName name of that level
     * @param lowest lowest shown value, or null without one
     * @param median median of the shown values, or null without one
     * @param highest highest shown value, or null without one
     * @param shown number of spaces with a value
     * @param suppressed number of spaces whose value is kept secret
     */
    @Schema(name = "ReportIndicator")
    public record Indicator(
            String code,
            long version,
            String name,
            String description,
            @Schema(examples = "percent") String unit,
            @Schema(examples = "ratio") String kind,
            String polarity,
            String theme,
            String source,
            String licence,
            String level,
            String levelName,
            BigDecimal lowest,
            BigDecimal median,
            BigDecimal highest,
            int shown,
            int suppressed) {}

    /**
     * A space with its results and values.
     *
     * @param key space key
     * @param name name for people
     * @param level code of its level
     * @param within municipality it lies in, else the largest space between it and the report's area, or null
     * @param areaSquareMetres its area, or null without a boundary
     * @param results result by scheme code; a scheme of another level has none
     * @param values value by indicator code; an indicator without any value here is absent
     */
    @Schema(name = "ReportSpace")
    public record Space(
            String key,
            String name,
            String level,
            Area within,
            BigDecimal areaSquareMetres,
            Map<String, Result> results,
            Map<String, Value> values) {}

    /**
     * Result of a space.
     *
     * @param excluded reason of the exclusion, or null
     * @param indices index code to class; an index that could not be computed is absent
     * @param group code of the group, or null
     * @param needs needs of the space
     */
    @Schema(name = "ReportResult")
    public record Result(String excluded, Map<String, IndexResult> indices, String group, List<SpaceNeed> needs) {}

    /**
     * Class of a space.
     *
     * @param value index value, null where a suppressed value took part
     * @param code class code
     * @param label class label
     */
    @Schema(name = "ReportIndexResult")
    public record IndexResult(BigDecimal value, String code, String label) {}

    /**
     * Need of a space.
     *
     * @param code code of the field of action
     * @param origin {@code rule}, or {@code qualitative} or {@code municipal} where people stated it
     * @param reason reason of a stated need, or null
     */
    @Schema(name = "ReportSpaceNeed")
    public record SpaceNeed(String code, String origin, String reason) {}

    /**
     * A public value.
     *
     * @param value the value, null where the mark stands for it
     * @param numerator its numerator, or null
     * @param denominator its denominator, or null
     * @param status normal, estimated, unreliable, missing or suppressed
     * @param mark disclosure mark, or null
     * @param period period as delivered
     * @param release id of its release
     */
    @Schema(name = "ReportValue")
    public record Value(
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            String status,
            String mark,
            String period,
            UUID release) {}

    /**
     * A published offer (Angebot).
     *
     * @param key offer key
     * @param name its name
     * @param stakeholder name of the actor that provides it
     * @param targetGroup whom it is for, or null
     * @param spaces keys of the spaces of the area it serves
     * @param needs codes of the fields of action it answers
     */
    @Schema(name = "ReportOffer")
    public record Offer(
            String key, String name, String stakeholder, String targetGroup, List<String> spaces, List<String> needs) {}

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
     * @param paperNumber number of the council paper, or null
     * @param spaces keys of the spaces of the area it concerns
     * @param needs codes of the fields of action it answers
     */
    @Schema(name = "ReportGrant")
    public record Grant(
            UUID application,
            String applicant,
            String purpose,
            @Schema(examples = "50000.00") String amount,
            @Schema(examples = "12500.00") String paid,
            String currency,
            String body,
            LocalDate decidedOn,
            String paperNumber,
            List<String> spaces,
            List<String> needs) {}

    /**
     * What went into the report.
     *
     * @param runs ids of the published runs
     * @param releases ids of the releases of values shown
     */
    @Schema(name = "ReportInputs")
    public record Inputs(List<UUID> runs, List<UUID> releases) {}

    /**
     * A disclosure mark.
     *
     * @param mark the mark
     * @param meaning what it means, in the report's language
     */
    @Schema(name = "ReportMark")
    public record Mark(@Schema(examples = ".") String mark, String meaning) {}
}
