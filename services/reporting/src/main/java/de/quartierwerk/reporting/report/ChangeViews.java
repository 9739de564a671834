package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.report.MonitoringDocument.Index;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexClass;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexResult;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.text.LevelWords;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables and sentences of a run: change since the edition before, groups, transitions, trend, highest and lowest. */
final class ChangeViews {
    private static final int EXTREMES = 10;

    private final Words w;
    private final RunView run;
    private final Map<String, Space> byKey;

    ChangeViews(Words w, RunView run) {
        this.w = w;
        this.run = run;
        this.byKey = run.spaces().stream().collect(Collectors.toMap(Space::key, Function.identity(), (one, o) -> one));
    }

    /** The change in words, e.g. {@code Seit 2021 kamen 4 hinzu, 3 entfielen.}; null without an edition before. */
    @Nullable
    String sentence() {
        Edition before = run.run().before();
        return before == null || run.run().needs().isEmpty()
                ? null
                : w.of(
                        "edition.change",
                        w.period(before.period()),
                        before.spacesInNeed(),
                        before.considered(),
                        before.came().size(),
                        before.went().size());
    }

    /** The change of a field of action in words. */
    @Nullable
    String sentence(String need) {
        return change(need)
                .map(change -> w.of(
                        "edition.field",
                        w.period(Objects.requireNonNull(run.run().before()).period()),
                        change.spaces(),
                        change.came().size(),
                        change.went().size()))
                .orElse(null);
    }

    /** Names of the spaces that have a need since the edition before. */
    String came(String need) {
        return change(need).map(change -> names(change.came())).orElse("");
    }

    /** Names of the spaces that have it no longer. */
    String went(String need) {
        return change(need).map(change -> names(change.went())).orElse("");
    }

    private Optional<Edition.NeedChange> change(String need) {
        return Stream.ofNullable(run.run().before())
                .flatMap(before -> before.needs().stream())
                .filter(change -> change.code().equals(need))
                .findFirst();
    }

    private String names(List<String> keys) {
        return keys.stream()
                .map(key -> byKey.containsKey(key) ? byKey.get(key).name() : key)
                .collect(Collectors.joining(", "));
    }

    /** All tables of the run that have something to say. */
    List<MonitoringPage.CrossTable> tables() {
        List<MonitoringPage.CrossTable> tables = new ArrayList<>();
        matrix(tables);
        run.run().indices().forEach(index -> transitions(tables, index));
        trend(tables);
        areas(tables);
        run.run().indices().forEach(index -> extremes(tables, index));
        return tables;
    }

    /** The groups as a matrix of the classes of the first two indices. */
    private void matrix(List<MonitoringPage.CrossTable> tables) {
        if (run.run().groups().isEmpty() || run.run().indices().size() < 2) {
            return;
        }
        Index rows = run.run().indices().get(0);
        Index columns = run.run().indices().get(1);
        List<MonitoringPage.CrossRow> body = new ArrayList<>();
        for (IndexClass row : rows.classes()) {
            List<String> cells = new ArrayList<>();
            for (IndexClass column : columns.classes()) {
                long count = run.spaces().stream()
                        .filter(space -> row.code().equals(classOf(space, rows.code()))
                                && column.code().equals(classOf(space, columns.code())))
                        .count();
                cells.add(w.numbers().count(count));
            }
            body.add(new MonitoringPage.CrossRow(html(row), cells));
        }
        tables.add(new MonitoringPage.CrossTable(
                run.id() + "-groups",
                w.of("groups.title", w.foreignHtml(rows.title()), w.foreignHtml(columns.title())),
                w.foreignHtml(rows.title()),
                columns.classes().stream().map(this::html).toList(),
                body));
    }

    private void transitions(List<MonitoringPage.CrossTable> tables, Index index) {
        Edition before = run.run().before();
        List<Edition.Transition> found = before == null
                ? List.of()
                : before.transitions().stream()
                        .filter(transition -> transition.index().equals(index.code()))
                        .toList();
        if (before == null || found.isEmpty()) {
            return;
        }
        List<MonitoringPage.CrossRow> body = new ArrayList<>();
        for (IndexClass row : index.classes()) {
            List<String> cells = new ArrayList<>();
            for (IndexClass column : index.classes()) {
                int count = found.stream()
                        .filter(transition -> transition.from().equals(row.code())
                                && transition.to().equals(column.code()))
                        .mapToInt(Edition.Transition::spaces)
                        .sum();
                cells.add(w.numbers().count(count));
            }
            body.add(new MonitoringPage.CrossRow(html(row), cells));
        }
        int all = found.stream().mapToInt(Edition.Transition::spaces).sum();
        int same = found.stream()
                .filter(transition -> transition.from().equals(transition.to()))
                .mapToInt(Edition.Transition::spaces)
                .sum();
        tables.add(new MonitoringPage.CrossTable(
                run.id() + "-transitions-" + run.run().indices().indexOf(index),
                w.of(
                        "transitions.title",
                        w.foreignHtml(index.title()),
                        w.period(before.period()),
                        w.period(run.run().period()),
                        same,
                        all),
                w.of("transitions.from", w.period(before.period())),
                index.classes().stream()
                        .map(entry -> w.of("transitions.to", w.period(run.run().period()), html(entry)))
                        .toList(),
                body));
    }

    private void trend(List<MonitoringPage.CrossTable> tables) {
        List<Edition.TrendPoint> trend = run.run().trend();
        if (trend.size() < 2 || run.run().needs().isEmpty()) {
            return;
        }
        tables.add(new MonitoringPage.CrossTable(
                run.id() + "-trend",
                w.of("trend.title"),
                w.of("method.period"),
                List.of(w.of("change.in-need"), w.of("change.considered")),
                trend.stream()
                        .map(point -> new MonitoringPage.CrossRow(
                                w.period(point.period()),
                                List.of(
                                        w.numbers().count(point.spacesInNeed()),
                                        w.numbers().count(point.considered()))))
                        .toList()));
    }

    /** Spaces in need by the next larger area. */
    private void areas(List<MonitoringPage.CrossTable> tables) {
        List<ClassificationViews.Group> groups = ClassificationViews.grouped(run.spaces()).stream()
                .filter(group -> group.name() != null)
                .toList();
        if (groups.size() < 2 || run.run().needs().isEmpty()) {
            return;
        }
        LevelWords larger = run.larger(w);
        tables.add(new MonitoringPage.CrossTable(
                run.id() + "-areas",
                w.of("areas.title", Words.html(larger.dative())),
                Words.html(larger.one()),
                Stream.concat(
                                Stream.of(w.of("change.in-need"), w.of("change.considered")),
                                run.run().needs().stream().map(need -> Words.html(need.code())))
                        .toList(),
                groups.stream().map(this::areaRow).toList()));
    }

    private MonitoringPage.CrossRow areaRow(ClassificationViews.Group group) {
        List<String> cells = new ArrayList<>();
        cells.add(count(group, run::isInNeed));
        cells.add(count(group, space -> !run.isExcluded(space)));
        run.run().needs().forEach(need -> cells.add(count(group, space -> run.hasNeed(space, need.code()))));
        return new MonitoringPage.CrossRow(Words.html(Objects.requireNonNullElse(group.name(), "")), cells);
    }

    private String count(ClassificationViews.Group group, Predicate<Space> condition) {
        return w.numbers().count(group.spaces().stream().filter(condition).count());
    }

    /** The spaces with the highest and lowest public index values. */
    private void extremes(List<MonitoringPage.CrossTable> tables, Index index) {
        List<Space> ordered = run.spaces().stream()
                .filter(space -> value(space, index.code()) != null)
                .sorted(Comparator.comparing((Space space) -> Objects.requireNonNull(value(space, index.code())))
                        .thenComparing(Space::key))
                .toList();
        if (ordered.size() <= 2 * EXTREMES) {
            return;
        }
        List<Space> highest = new ArrayList<>(ordered.subList(ordered.size() - EXTREMES, ordered.size()));
        Collections.reverse(highest);
        List<MonitoringPage.CrossRow> body = new ArrayList<>();
        for (int i = 0; i < EXTREMES; i++) {
            body.add(new MonitoringPage.CrossRow(
                    w.numbers().count(i + 1L), List.of(named(highest.get(i), index), named(ordered.get(i), index))));
        }
        tables.add(new MonitoringPage.CrossTable(
                run.id() + "-extremes-" + run.run().indices().indexOf(index),
                w.of("extremes.title", w.foreignHtml(index.title())),
                w.of("extremes.rank"),
                List.of(w.of("extremes.highest"), w.of("extremes.lowest")),
                body));
    }

    private String named(Space space, Index index) {
        return space.name() + " (" + w.numbers().index(value(space, index.code())) + ")";
    }

    private @Nullable BigDecimal value(Space space, String index) {
        IndexResult found = run.result(space).indices().get(index);
        return found == null ? null : found.value();
    }

    private @Nullable String classOf(Space space, String index) {
        IndexResult found = run.result(space).indices().get(index);
        return found == null ? null : found.code();
    }

    private String html(IndexClass entry) {
        return w.foreignHtml(ClassificationViews.classWords(entry.code(), entry.label()));
    }
}
