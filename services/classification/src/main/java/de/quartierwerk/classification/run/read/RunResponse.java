package de.quartierwerk.classification.run.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.kit.web.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as it is answered. */
@Schema(name = "Run", description = "A classification run (Klassifikationslauf)")
public record RunResponse(
        @Schema(description = "Id", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID id,

        @Schema(description = "How far it is", examples = "COMPLETED")
        Run.State state,

        @Schema(description = "`preliminary`, or `published` after it was fed back", examples = "preliminary")
        Run.Standing standing,

        @Schema(
                description =
                        "`exact` values where a steward approved the scheme's version and nobody chose spaces among which"
                                + " values are suppressed, otherwise `public` ones",
                examples = "exact")
        Run.Basis basis,

        @JsonUnwrapped Subject subject,

        @Schema(description = "Run that this one repeats", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c11") @Nullable
        UUID repeatOf,

        @Schema(description = "Whether a release of values started it", examples = "false")
        boolean automatic,

        @Schema(description = "How many spaces are done") Progress progress,

        @JsonUnwrapped Findings findings,

        @JsonUnwrapped Feedback feedback,

        @JsonUnwrapped Course course,

        @JsonUnwrapped Succession succession) {
    /** What it classifies. */
    public record Subject(
            @Schema(description = "Code of the scheme", examples = "mss")
            String scheme,

            @Schema(description = "Version of the scheme", examples = "1")
            int version,

            @Schema(description = "Level of the classified spaces", examples = "planning-area")
            String level,

            @Schema(description = "Period classified", examples = "2013")
            String period,

            @Schema(description = "Space whose subtree is classified", examples = "99001") @Nullable
            String area,

            @Schema(description = "Which spaces were valid", examples = "2013-12-31")
            LocalDate asOf,

            @Schema(description = "What was known", examples = "2026-11-22T10:15:30Z")
            Instant recordedAt) {}

    /** What it works on and found. */
    public record Findings(
            @Schema(description = "Numbers of spaces; null before the end") @Nullable
            Counts counts,

            @Schema(description = "Ids of the releases it works on")
            List<UUID> inputs,

            @Schema(
                    description =
                            "Ids of releases with values of its indicators and period of which it has nothing: they were"
                                    + " on their way when it was started, or could not be taken in")
            List<UUID> unseenReleases,

            @Schema(
                    description =
                            "Spaces and municipalities per field of action, of a preliminary run over the spaces that the"
                                    + " caller sees; empty before the end")
            List<NeedCount> needs,

            @Schema(description = "Those of these spaces with at least one need; null before the end", examples = "59")
            @Nullable
            Integer spacesInNeed,

            @Schema(description = "What a reader should know")
            List<WarningText> warnings,

            @Schema(description = "Why it failed") @Nullable FailureText failure) {}

    /** Who was heard before the publication. */
    public record Feedback(
            @Schema(description = "Note on the publication", examples = "Mit den Kommunen beraten") @Nullable
            String note,

            @Schema(description = "Who was consulted before the publication", examples = "99001001")
            List<String> consulted) {}

    /** Who asked for it and how it went. */
    public record Course(
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Who asked for it; left out without a token", examples = "planner")
            @Nullable
            String requestedBy,

            @Schema(description = "When it was asked for", examples = "2026-11-22T10:15:30Z")
            Instant createdAt,

            @Schema(description = "When it ended", examples = "2026-11-22T10:15:31Z") @Nullable
            Instant finishedAt,

            @Schema(description = "When it was published", examples = "2026-11-23T09:00:00Z") @Nullable
            Instant publishedAt) {}

    /** The published runs around it. */
    public record Succession(
            @Schema(
                    description = "Published run of the same scheme, area and period that this one supersedes",
                    examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c12")
            @Nullable
            UUID supersedes,

            @Schema(
                    description = "Published run that supersedes this one; a published run itself never changes",
                    examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c13")
            @Nullable
            UUID supersededBy) {}

    /** Numbers of spaces. */
    @Schema(name = "RunCounts", description = "Numbers of spaces of a run")
    public record Counts(
            @Schema(description = "Spaces of the level", examples = "447")
            int spaces,

            @Schema(description = "Spaces with a value and class of every index", examples = "434")
            int classified,

            @Schema(description = "Spaces left out by the run or by the scheme's universe", examples = "13")
            int excluded,

            @Schema(description = "Spaces that take part but lack a value", examples = "0")
            int unclassified,

            @Schema(
                    description =
                            "Spaces whose class and needs are withheld since they would confine a suppressed count",
                    examples = "0")
            int withheld,

            @Schema(
                    description = "Larger areas whose classes are withheld since they would confine a suppressed count",
                    examples = "0")
            int withheldAreas) {}

    /** A field of action. */
    @Schema(name = "NeedCount", description = "A field of action (Handlungsfeld) with its spaces")
    public record NeedCount(
            @Schema(description = "Code of the need", examples = "HF1")
            String code,

            @Schema(description = "Title for people", examples = "Benachteiligte Sozialräume")
            String title,

            @Schema(description = "Whom it concerns", examples = "Kinder und Familien") @Nullable
            String targetGroup,

            @Schema(description = "Spaces that have it", examples = "15")
            int spaces,

            @Schema(description = "Municipalities with such a space", examples = "5")
            int municipalities,

            @Schema(description = "Those of the spaces that have it because people stated it", examples = "0")
            int stated) {}

    /** Something a reader should know. */
    @Schema(name = "RunWarning", description = "Something a reader should know")
    public record WarningText(
            @Schema(description = "Stable code", examples = "run.component-left-out")
            String code,

            @Schema(description = "What it speaks of", examples = "status: S2")
            String subject,

            @Schema(description = "In the caller's language", examples = "Die Komponente streut nicht.")
            String message) {}

    /** Why a run failed. */
    @Schema(name = "RunFailure", description = "Why a run failed")
    public record FailureText(
            @Schema(description = "Stable code", examples = "run.failed")
            String code,

            @Schema(description = "In the caller's language", examples = "Der Lauf ist gescheitert.")
            String message) {}
}
