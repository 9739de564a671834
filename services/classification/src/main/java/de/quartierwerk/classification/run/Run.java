package de.quartierwerk.classification.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored (Klassifikationslauf).
 *
 * @param id id
 * @param number order of creation
 * @param subject what it classifies
 * @param origin who asked for it
 * @param inputs what it works on
 * @param ending how far it is, and what it found
 * @param publication whether everybody may see it
 */
public record Run(
        UUID id, long number, Subject subject, Origin origin, Inputs inputs, Ending ending, Publication publication) {
    /** How far a run is. */
    @Schema(name = "RunState", description = "How far a run is")
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** Whether a run was fed back and published. */
    @Schema(name = "RunStanding", description = "Whether a run was fed back and published")
    public enum Standing {
        @JsonProperty("preliminary")
        PRELIMINARY,
        @JsonProperty("published")
        PUBLISHED
    }

    /** On which values a run computes. */
    @Schema(name = "RunBasis", description = "On which values a run computes")
    public enum Basis {
        @JsonProperty("exact")
        EXACT,
        @JsonProperty("public")
        PUBLIC
    }

    /**
     * What a run classifies.
     *
     * @param scheme scheme code
     * @param version version of the scheme
     * @param level level of the classified spaces
     * @param period period classified
     * @param area space whose subtree is classified; null for the whole installation
     * @param areaPath keys from the root down to the area, empty without one
     * @param asOf which spaces were valid
     * @param recordedAt what was known
     */
    @Embeddable
    public record Subject(
            String scheme,
            int version,
            String level,
            String period,
            @Nullable String area,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> areaPath,
            LocalDate asOf,
            Instant recordedAt) {}

    /**
     * Who asked for a run.
     *
     * @param requestedBy name of the caller, or of the service for automatic runs
     * @param createdAt when
     * @param automatic whether a release of values started it
     * @param repeatOf run that it repeats
     */
    @Embeddable
    public record Origin(
            String requestedBy,
            Instant createdAt,
            boolean automatic,
            @Nullable UUID repeatOf) {}

    /**
     * What a run works on, beside its vectors and exclusions.
     *
     * @param basis exact or public values
     * @param territory hash of the territory
     * @param spaces number of spaces
     * @param polarities declared polarity of the scheme's indicators
     * @param kinds kind of the scheme's indicators
     * @param unseenReleases releases that exist and of which it has nothing, since not all of them had arrived
     */
    @Embeddable
    public record Inputs(
            @Enumerated(EnumType.STRING) Basis basis,
            String territory,
            int spaces,
            @JdbcTypeCode(SqlTypes.JSON) Map<String, String> polarities,
            @JdbcTypeCode(SqlTypes.JSON) Map<String, String> kinds,
            @JdbcTypeCode(SqlTypes.ARRAY) List<UUID> unseenReleases) {}

    /**
     * How far a run is, and what it found.
     *
     * @param state how far it is
     * @param finishedAt when it ended
     * @param failure code of the failure
     * @param summary what it found
     */
    @Embeddable
    public record Ending(
            @Enumerated(EnumType.STRING) State state,
            @Nullable Instant finishedAt,
            @Nullable String failure,
            @JdbcTypeCode(SqlTypes.JSON) @Nullable RunSummary summary) {
        /** Of a run that waits or is being computed. */
        public static final Ending OPEN = new Ending(State.RUNNING, null, null, null);
    }

    /**
     * The publication of a run.
     *
     * @param standing preliminary or published
     * @param note note on the publication
     * @param consulted who was consulted before
     * @param publishedBy who asked for the publication
     * @param startedAt when the publication was asked for
     * @param publishedAt when it was complete
     */
    @Embeddable
    public record Publication(
            @Enumerated(EnumType.STRING) Standing standing,
            @Nullable String note,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> consulted,
            @Nullable String publishedBy,

            @Column(name = "publication_started_at") @Nullable
            Instant startedAt,

            @Nullable Instant publishedAt) {
        /** Of a run that nobody has published. */
        public static final Publication NONE = new Publication(Standing.PRELIMINARY, null, List.of(), null, null, null);
    }

    /** Code of the scheme. */
    public String scheme() {
        return subject.scheme();
    }

    /** Version of the scheme. */
    public int version() {
        return subject.version();
    }

    /** Level of the classified spaces. */
    public String level() {
        return subject.level();
    }

    /** Period classified. */
    public String period() {
        return subject.period();
    }

    /** Space whose subtree is classified; null for the whole installation. */
    public @Nullable String area() {
        return subject.area();
    }

    /** Keys from the root down to the area, empty without one. */
    public List<String> areaPath() {
        return subject.areaPath();
    }

    /** Which spaces were valid. */
    public LocalDate asOf() {
        return subject.asOf();
    }

    /** How far it is. */
    public State state() {
        return ending.state();
    }

    /** What a completed run found. */
    public RunSummary summary() {
        return Objects.requireNonNull(ending.summary(), "A run without an end has no summary");
    }

    /** Whether everybody may see it. */
    public boolean published() {
        return publication.standing() == Standing.PUBLISHED;
    }
}
