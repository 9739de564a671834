package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The row of a submission. Only changed columns are written: the worker's transactions note progress while another one
 * holds the row.
 */
@Entity
@Table(name = "submission")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
class SubmissionEntity {
    private static final String REGISTRY = "registry";
    private static final String TERRITORY = "territory";
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Id
    UUID id;

    @Generated
    @Column(insertable = false, updatable = false)
    Long number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    State state;

    boolean dryRun;
    String submitter;

    @Nullable
    String organisation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String @Nullable [] scope;

    boolean readsExact;
    String fileName;
    long fileSize;
    String fileSha256;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Mapping mapping;

    @Nullable
    String profile;

    @Nullable
    Long profileVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Detected detected;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] header;

    Instant receivedAt;

    @Nullable
    Instant validatedAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    Instant releasedAt;

    @Nullable
    String decidedBy;

    /** A steward's words. */
    @Nullable
    String reason;

    /** What the service found instead. */
    @Nullable
    String reasonCode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String @Nullable [] reasonArguments;

    long done;

    @Nullable
    Long total;

    @Nullable
    Long rowCount;

    @Nullable
    Long valueCount;

    @Nullable
    Long createdCount;

    @Nullable
    Long updatedCount;

    @Nullable
    Long unchangedCount;

    @Nullable
    Long rejectedCount;

    @Nullable
    Long warningCount;

    long answeredCount;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<FindingCount> findingCounts;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Preview preview;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Coverage coverage;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] areas = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    LocalDate[] areaDays = {};

    int attempts;
    Instant attemptAfter;

    @Nullable
    Instant checkingSince;

    @Nullable
    Long expectedRows;

    @Nullable
    Instant releasingSince;

    @Nullable
    UUID corrects;

    @Nullable
    UUID withdraws;

    /** Whether it sums up anew after spaces have moved. */
    boolean territory;

    @Nullable
    UUID followedBy;

    @Nullable
    UUID release;

    /** A submission that was just received. */
    static SubmissionEntity received(NewSubmission received, Instant now) {
        SubmissionEntity row = new SubmissionEntity();
        row.id = received.id();
        row.state = State.RECEIVED;
        row.dryRun = received.dryRun();
        row.submitter(received.submitter());
        row.file(received.file());
        row.reading(received.reading());
        row.receivedAt = now;
        row.attemptAfter = now;
        return row;
    }

    /** A submission that takes back what an earlier one released. */
    static SubmissionEntity withdrawal(
            UUID id, SubmissionEntity earlier, String by, @Nullable String organisation, Instant now) {
        Submission released = earlier.submission();
        SubmissionEntity row = new SubmissionEntity();
        row.id = id;
        row.state = State.VALIDATED;
        row.submitter(
                new Submission.Submitter(by, organisation, released.submitter().scope(), false));
        row.file(released.file());
        row.reading(new Submission.Reading(
                released.reading().mapping().withoutHold(),
                null,
                released.reading().detected(),
                released.reading().header()));
        row.areas = earlier.areas;
        row.areaDays = earlier.areaDays;
        row.withdraws = earlier.id;
        row.receivedAt = now;
        row.validatedAt = now;
        row.attemptAfter = now;
        return row;
    }

    /**
     * A submission without a file that sums up anew after spaces have moved.
     *
     * @param like one that was released before
     */
    static SubmissionEntity territory(UUID id, SubmissionEntity like, Collection<String> spaces, Instant now) {
        Submission released = like.submission();
        SubmissionEntity row = new SubmissionEntity();
        row.id = id;
        row.state = State.RELEASING;
        row.submitter(new Submission.Submitter(REGISTRY, null, null, true));
        row.file(new Submission.DeliveredFile(TERRITORY, 0, EMPTY_SHA256));
        row.reading(new Submission.Reading(
                released.reading().mapping().withoutHold(),
                null,
                released.reading().detected(),
                List.of()));
        row.areas = spaces.toArray(String[]::new);
        row.areaDays = new LocalDate[row.areas.length];
        row.territory = true;
        row.receivedAt = now;
        row.validatedAt = now;
        row.decidedAt = now;
        row.decidedBy = REGISTRY;
        row.attemptAfter = now;
        return row;
    }

    /** A second person's decision; work on what it asks for begins at once. */
    void decide(State next, String by, @Nullable String why, Instant now) {
        state = next;
        decidedBy = by;
        decidedAt = now;
        reason = why;
        attempts = 0;
        attemptAfter = now;
    }

    /** Says how often what was found, and how the file was understood where somebody wants to see it. */
    void found(List<FindingCount> counts, @Nullable Preview understood) {
        findingCounts = List.copyOf(counts);
        preview = understood;
    }

    /** From now on progress counts values: each has to be written, then published. */
    void countValues() {
        done = 0;
        total = 2 * (orZero(createdCount) + orZero(updatedCount) + orZero(unchangedCount));
    }

    UUID release() {
        return Objects.requireNonNull(release);
    }

    Submission.Submitter submitter() {
        return new Submission.Submitter(submitter, organisation, scope == null ? null : List.of(scope), readsExact);
    }

    private void submitter(Submission.Submitter from) {
        submitter = from.name();
        organisation = from.organisation();
        scope = from.scope() == null ? null : from.scope().toArray(String[]::new);
        readsExact = from.readsExact();
    }

    private void file(Submission.DeliveredFile file) {
        fileName = file.name();
        fileSize = file.size();
        fileSha256 = file.sha256();
    }

    private void reading(Submission.Reading reading) {
        mapping = reading.mapping();
        detected = reading.detected();
        header = reading.header().toArray(String[]::new);
        if (reading.profile() != null) {
            profile = reading.profile().code();
            profileVersion = reading.profile().version();
        }
    }

    /** Says what a withdrawal changes. */
    void changes(long values) {
        done = values;
        total = values;
        rowCount = values;
        valueCount = values;
        createdCount = 0L;
        updatedCount = values;
        unchangedCount = 0L;
        rejectedCount = 0L;
        warningCount = 0L;
    }

    /** The row as the other classes see it. */
    Submission submission() {
        return new Submission(
                id,
                number,
                state,
                dryRun,
                submitter(),
                new Submission.DeliveredFile(fileName, fileSize, fileSha256),
                new Submission.Reading(
                        mapping,
                        profile == null || profileVersion == null
                                ? null
                                : new Submission.ProfileVersion(profile, profileVersion),
                        detected,
                        Arrays.asList(header)),
                new Submission.Times(receivedAt, validatedAt, releasedAt),
                decidedBy == null || decidedAt == null ? null : new Submission.Decision(decidedBy, decidedAt, reason()),
                new Submission.Work(done, total, expectedRows, checkingSince, releasingSince, attempts),
                result(),
                new Submission.Links(corrects, withdraws, followedBy, release, territory));
    }

    private Submission.@Nullable Reason reason() {
        if (reasonCode != null) {
            return new Submission.Reason.Found(
                    reasonCode, reasonArguments == null ? List.of() : List.of(reasonArguments));
        }
        return reason == null ? null : new Submission.Reason.Stated(reason);
    }

    private Submission.@Nullable Result result() {
        if (rowCount == null) {
            return null;
        }
        Counts counts = new Counts(
                rowCount,
                orZero(valueCount),
                orZero(createdCount),
                orZero(updatedCount),
                orZero(unchangedCount),
                orZero(rejectedCount),
                orZero(warningCount));
        return new Submission.Result(
                counts, coverage, answeredCount, findingCounts == null ? List.of() : findingCounts, preview);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
