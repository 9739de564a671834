package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.result.ResultResponse;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.read.NeedCounts;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the events of a publication from the stored results. */
@ApplicationScoped
class PublishedRuns implements BulkSource {
    static final String KIND = "classification";
    private static final String BY_RULE = "rule";

    private final Runs runs;
    private final Results results;
    private final NeedCounts needCounts;
    private final Spaces spaces;
    private final int resultsPerBatch;
    /** Kept from batch to batch. */
    private volatile @Nullable Frame latest;

    PublishedRuns(Runs runs, Results results, NeedCounts needCounts, Spaces spaces, ClassificationConfig config) {
        this.runs = runs;
        this.results = results;
        this.needCounts = needCounts;
        this.spaces = spaces;
        this.resultsPerBatch = config.resultsPerBatch();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What all batches of a publication share; nothing of it changes once the publication has started. */
    private record Frame(
            Run run,
            Instant startedAt,
            Scheme scheme,
            List<String> ends,
            int batches,
            NeedCounts.OfRun counts,
            List<UUID> releases,
            Optional<Run> before,
            @Nullable UUID supersedes) {}

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        Frame frame = frame(job);
        Run run = frame.run();
        String after = number == 0 ? "" : frame.ends().get(number - 1);
        List<Results.PublicResult> published =
                results.publicPage(run, frame.scheme(), after, resultsPerBatch, frame.startedAt());
        NeedChanges changes = changes(frame, published);
        List<ClassificationPublished.Result> rows =
                published.stream().map(one -> result(one, changes)).toList();
        return List.of(new OutgoingEvent(
                Topics.CLASSIFICATION,
                run.scheme(),
                EventTypes.CLASSIFICATION_PUBLISHED,
                run.id().toString(),
                run.number(),
                event(frame, number, rows)));
    }

    private Frame frame(UUID job) {
        Frame known = latest;
        if (known == null || !known.run().id().equals(job)) {
            Run run = runs.get(job);
            Instant startedAt = Objects.requireNonNull(run.publication().startedAt());
            int count = results.count(run);
            known = new Frame(
                    run,
                    startedAt,
                    results.scheme(run),
                    results.batchEnds(run, resultsPerBatch),
                    batches(count),
                    needCounts.of(run, startedAt),
                    runs.releases(run),
                    runs.publishedBefore(run),
                    Objects.requireNonNull(runs.supersessions(List.of(run)).get(job))
                            .supersedes());
            latest = known;
        }
        return known;
    }

    /** In how many batches a run is published. */
    int batches(Run run) {
        return batches(results.count(run));
    }

    private int batches(int count) {
        return Math.max(1, (count + resultsPerBatch - 1) / resultsPerBatch);
    }

    private NeedChanges changes(Frame frame, List<Results.PublicResult> published) {
        Run run = frame.run();
        List<String> keys =
                published.stream().map(one -> one.response().space()).toList();
        return frame.before()
                .map(before -> new NeedChanges(
                        true,
                        spaces.same(keys, before.asOf(), run.asOf()),
                        results.rows(before, keys, frame.startedAt())))
                .orElse(NeedChanges.NONE);
    }

    @Override
    public void published(UUID job) {
        runs.published(job);
    }

    private ClassificationPublished event(Frame frame, int number, List<ClassificationPublished.Result> rows) {
        Run run = frame.run();
        Scheme scheme = frame.scheme();
        NeedCounts.OfRun counts = frame.counts();
        return new ClassificationPublished(
                run.id(),
                run.scheme(),
                run.version(),
                scheme.title(),
                run.level(),
                run.period(),
                run.area(),
                run.asOf(),
                frame.startedAt(),
                run.publication().note(),
                run.publication().consulted(),
                run.inputs().basis().name().toLowerCase(Locale.ROOT),
                scheme.indices().stream().map(index -> index(run, index)).toList(),
                counts.needs().stream()
                        .map(need -> new ClassificationPublished.Need(
                                need.code(), need.title(), need.targetGroup(), need.spaces(), need.municipalities()))
                        .toList(),
                run.summary().counts().spaces(),
                counts.spacesInNeed(),
                frame.releases(),
                number,
                frame.batches(),
                rows,
                frame.supersedes(),
                frame.before().map(Run::id).orElse(null));
    }

    private static ClassificationPublished.Index index(Run run, Index index) {
        ClassRule classes = index.classes();
        if (classes == null) {
            return new ClassificationPublished.Index(index.code(), index.title(), List.of(), List.of(), List.of());
        }
        boolean fixed = classes.method() == ClassRule.Method.BREAKS;
        boolean hide = !fixed && run.summary().guarded(index.code());
        List<BigDecimal> breaks = hide
                ? List.of()
                : run.summary().indices().stream()
                        .filter(model -> model.code().equals(index.code()))
                        .map(RunSummary.IndexModel::breaks)
                        .flatMap(List::stream)
                        .map(BigDecimal::valueOf)
                        .toList();
        return new ClassificationPublished.Index(
                index.code(),
                index.title(),
                classes.codes(),
                classes.labels(),
                fixed ? fixed(classes) : breaks,
                classes.closed() == ClassRule.Closed.LEFT
                        ? ClassificationPublished.Index.LEFT
                        : ClassificationPublished.Index.RIGHT);
    }

    private static List<BigDecimal> fixed(ClassRule classes) {
        return classes.breaks().stream().map(BigDecimal::valueOf).toList();
    }

    private static ClassificationPublished.Result result(Results.PublicResult published, NeedChanges changes) {
        ResultResponse result = published.response();
        Map<String, ClassificationPublished.IndexResult> indices = new LinkedHashMap<>();
        result.indices().forEach((code, index) -> {
            if (index.value() != null || index.classCode() != null) {
                BigDecimal value = index.value() == null ? null : BigDecimal.valueOf(index.value());
                indices.put(code, new ClassificationPublished.IndexResult(value, index.classCode(), index.label()));
            }
        });
        Map<String, ResultResponse.StatedNeedMark> stated = new LinkedHashMap<>();
        result.statedNeeds().forEach(need -> stated.put(need.need(), need));
        List<ClassificationPublished.SpaceNeed> needs = new ArrayList<>();
        for (String need : result.needs()) {
            ResultResponse.StatedNeedMark statement = stated.get(need);
            needs.add(new ClassificationPublished.SpaceNeed(
                    need,
                    published.row().needs().contains(need) || statement == null
                            ? BY_RULE
                            : statement.origin().code(),
                    statement == null ? null : statement.reason(),
                    changes.change(result.space(), need)));
        }
        return new ClassificationPublished.Result(
                result.space(), result.excluded(), indices, result.group(), needs, changes.gone(published.row()));
    }
}
