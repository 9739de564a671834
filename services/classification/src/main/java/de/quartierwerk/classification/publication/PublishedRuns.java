package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.result.ResultAnswer;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the events of a publication from the stored results. */
@ApplicationScoped
class PublishedRuns implements BulkSource {
    static final String KIND = "classification";
    private static final String BY_RULE = "rule";

    private final Runs runs;
    private final Results results;
    private final Spaces spaces;
    private final int resultsPerBatch;
    /** Kept from batch to batch. */
    private volatile Frame latest;

    PublishedRuns(Runs runs, Results results, Spaces spaces, ClassificationConfig config) {
        this.runs = runs;
        this.results = results;
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
            Scheme scheme,
            List<String> ends,
            int batches,
            Runs.NeedCounts counts,
            List<UUID> releases,
            Optional<Run> before,
            Optional<UUID> supersedes) {}

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        Frame frame = frame(job);
        Run run = frame.run();
        String after = number == 0 ? "" : frame.ends().get(number - 1);
        List<Results.Told> told =
                results.publicPage(run, frame.scheme(), after, resultsPerBatch, run.publicationStartedAt());
        NeedChanges changes = changes(frame, told);
        List<ClassificationPublished.Result> rows =
                told.stream().map(one -> result(one, changes)).toList();
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
            int count = results.count(run);
            known = new Frame(
                    run,
                    results.scheme(run),
                    results.batchEnds(run, resultsPerBatch),
                    Math.max(1, (count + resultsPerBatch - 1) / resultsPerBatch),
                    runs.needCounts(run, run.publicationStartedAt()),
                    runs.releases(run),
                    runs.publishedBefore(run),
                    runs.supersedes(run));
            latest = known;
        }
        return known;
    }

    private NeedChanges changes(Frame frame, List<Results.Told> told) {
        Run run = frame.run();
        List<String> keys = told.stream().map(one -> one.answer().space()).toList();
        return frame.before()
                .map(before -> new NeedChanges(
                        true,
                        spaces.same(keys, before.asOf(), run.asOf()),
                        results.needs(before, keys, run.publicationStartedAt())))
                .orElse(NeedChanges.NONE);
    }

    @Override
    public void published(UUID job) {
        runs.published(job);
    }

    private ClassificationPublished event(Frame frame, int number, List<ClassificationPublished.Result> rows) {
        Run run = frame.run();
        Scheme scheme = frame.scheme();
        Runs.NeedCounts counts = frame.counts();
        return new ClassificationPublished(
                run.id(),
                run.scheme(),
                run.version(),
                scheme.title(),
                run.level(),
                run.period(),
                run.area(),
                run.asOf(),
                run.publicationStartedAt(),
                run.note(),
                run.consulted(),
                run.basis().name().toLowerCase(Locale.ROOT),
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
                frame.supersedes().orElse(null),
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
                index.code(), index.title(), classes.codes(), classes.labels(), fixed ? fixed(classes) : breaks);
    }

    private static List<BigDecimal> fixed(ClassRule classes) {
        return classes.breaks().stream().map(BigDecimal::valueOf).toList();
    }

    private static ClassificationPublished.Result result(Results.Told told, NeedChanges changes) {
        ResultAnswer answer = told.answer();
        Map<String, ClassificationPublished.IndexResult> indices = new LinkedHashMap<>();
        answer.indices().forEach((code, index) -> {
            if (index.value() != null || index.classCode() != null) {
                BigDecimal value = index.value() == null ? null : BigDecimal.valueOf(index.value());
                indices.put(code, new ClassificationPublished.IndexResult(value, index.classCode(), index.label()));
            }
        });
        Map<String, ResultAnswer.StatedAnswer> stated = new LinkedHashMap<>();
        answer.statedNeeds().forEach(need -> stated.put(need.need(), need));
        List<ClassificationPublished.SpaceNeed> needs = new ArrayList<>();
        for (String need : answer.needs()) {
            ResultAnswer.StatedAnswer statement = stated.get(need);
            needs.add(new ClassificationPublished.SpaceNeed(
                    need,
                    told.found().contains(need) || statement == null ? BY_RULE : statement.origin(),
                    statement == null ? null : statement.reason(),
                    changes.change(answer.space(), need)));
        }
        return new ClassificationPublished.Result(
                answer.space(),
                answer.excluded(),
                indices,
                answer.group(),
                needs,
                changes.gone(answer.space(), answer.needs()));
    }
}
