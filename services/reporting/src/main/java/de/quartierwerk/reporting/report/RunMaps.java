package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.map.Gap;
import de.quartierwerk.reporting.map.Palette;
import de.quartierwerk.reporting.map.SvgMap;
import de.quartierwerk.reporting.report.MonitoringDocument.Index;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexClass;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexResult;
import de.quartierwerk.reporting.report.MonitoringDocument.Need;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The maps of a run with their legends. Excluded spaces and those of which the run says nothing have patterns of their
 * own and are counted apart; an area of one space gets no maps.
 */
final class RunMaps {
    private static final String NEEDS = "needs";

    private final Words w;
    private final RunView run;
    private final Drawing drawing;
    private final MonitoringDocument.@Nullable Boundaries boundaries;

    RunMaps(Words w, RunView run, Drawing drawing, MonitoringDocument.@Nullable Boundaries boundaries) {
        this.w = w;
        this.run = run;
        this.drawing = drawing;
        this.boundaries = boundaries;
    }

    /** The fields of action, each with a small map. */
    List<MonitoringPage.FieldView> fields() {
        ChangeViews changes = new ChangeViews(w, run);
        return run.run().needs().stream().map(need -> field(need, changes)).toList();
    }

    private MonitoringPage.FieldView field(Need need, ChangeViews changes) {
        String spaces = run.level(w).counted(w, need.spaces());
        int areas = run.areasInNeed(need.code());
        String larger = areas == 0 ? null : run.larger(w).counted(w, areas);
        Map<String, SvgMap.Look> looks = new HashMap<>();
        for (Space space : run.spaces()) {
            looks.put(space.key(), needLook(space, need.code()));
        }
        SvgMap.Frame frame = new SvgMap.Frame(
                run.id() + "-" + run.run().needs().indexOf(need),
                w.of("needs.map.title", need.title()),
                w.of("needs.map.description", need.title(), larger == null ? spaces : spaces + ", " + larger),
                false);
        return new MonitoringPage.FieldView(
                need.code(),
                need.title(),
                need.targetGroup() == null ? null : w.of("needs.for", need.targetGroup()),
                spaces,
                larger,
                changes.sentence(need.code()),
                changes.came(need.code()),
                changes.went(need.code()),
                run.spaces().stream()
                        .filter(space -> run.hasNeed(space, need.code()))
                        .map(Space::name)
                        .collect(Collectors.joining(", ")),
                isDrawn() ? SvgMap.of(drawing, frame, looks) : null);
    }

    private SvgMap.Look needLook(Space space, String need) {
        if (run.isExcluded(space)) {
            return excluded(space);
        }
        boolean held = run.hasNeed(space, need);
        return held || run.isClassified(space)
                ? SvgMap.Look.of(Palette.NEED.colour(held ? 1 : 0, 2), null, false, space.name())
                : unclassified(space);
    }

    private boolean isDrawn() {
        return drawing.shapes().size() > 1;
    }

    /** The map of the number of needs and one of each index. */
    List<MonitoringPage.MapView> maps() {
        if (!isDrawn()) {
            return List.of();
        }
        List<MonitoringPage.MapView> maps = new ArrayList<>();
        boolean needs = !run.run().needs().isEmpty();
        if (needs) {
            maps.add(needCounts());
        }
        run.run().indices().forEach(index -> maps.add(classes(index, needs)));
        return maps;
    }

    private MonitoringPage.MapView needCounts() {
        int most = run.run().needs().size();
        int[] counts = new int[most + 1];
        int unclassified = 0;
        Map<String, SvgMap.Look> looks = new HashMap<>();
        for (Space space : run.spaces()) {
            if (run.isExcluded(space)) {
                looks.put(space.key(), excluded(space));
                continue;
            }
            if (!run.isInNeed(space) && !run.isClassified(space)) {
                looks.put(space.key(), unclassified(space));
                unclassified++;
                continue;
            }
            int count = Math.min(most, run.result(space).needs().size());
            counts[count]++;
            looks.put(
                    space.key(),
                    SvgMap.Look.of(
                            Palette.NEED.colour(count, most + 1),
                            count == 0 ? null : String.valueOf(count),
                            false,
                            space.name() + ": " + needCount(count)));
        }
        int largest = IntStream.concat(IntStream.of(counts), IntStream.of(unclassified, excludedCount()))
                .max()
                .orElse(1);
        List<MonitoringPage.LegendRow> legend = new ArrayList<>();
        for (int count = 0; count <= most; count++) {
            legend.add(new MonitoringPage.LegendRow(
                    Gap.swatchOf(Palette.NEED.colour(count, most + 1)),
                    null,
                    needCount(count),
                    null,
                    w.numbers().count(counts[count]),
                    bar(counts[count], largest)));
        }
        addGaps(legend, NEEDS, unclassified, largest);
        return map(NEEDS, w.of("needs.count.title"), w.of("needs.count.description"), looks, legend, false);
    }

    private String needCount(int count) {
        return count == 0 ? w.of("needs.count.none") : w.count("needs.count", count);
    }

    private MonitoringPage.MapView classes(Index index, boolean needs) {
        List<String> codes = index.classes().stream().map(IndexClass::code).toList();
        Map<String, SvgMap.Look> looks = new HashMap<>();
        for (Space space : run.spaces()) {
            looks.put(space.key(), classLook(space, index, codes));
        }
        String name = "index" + run.run().indices().indexOf(index);
        return map(
                name,
                index.title(),
                w.of("map.index.description", index.title()),
                looks,
                legend(index, name, codes),
                needs);
    }

    private SvgMap.Look classLook(Space space, Index index, List<String> codes) {
        IndexResult found = run.result(space).indices().get(index.code());
        String code = found == null ? null : found.code();
        if (run.isExcluded(space)) {
            return excluded(space);
        }
        if (found == null || code == null || !codes.contains(code)) {
            return unclassified(space);
        }
        return SvgMap.Look.of(
                Palette.ofClass(codes, codes.indexOf(code)),
                code,
                !run.result(space).needs().isEmpty(),
                space.name() + ": " + ClassificationViews.classWords(code, found.label()));
    }

    private SvgMap.Look excluded(Space space) {
        return SvgMap.Look.without(Gap.EXCLUDED, space.name() + ": " + w.of("map.excluded"));
    }

    private SvgMap.Look unclassified(Space space) {
        return SvgMap.Look.without(Gap.UNCLASSIFIED, space.name() + ": " + w.of("map.none"));
    }

    private int excludedCount() {
        return (int) run.spaces().stream().filter(run::isExcluded).count();
    }

    private List<MonitoringPage.LegendRow> legend(Index index, String name, List<String> codes) {
        int classified = index.classes().stream().mapToInt(IndexClass::spaces).sum();
        int without = Math.max(0, run.spaces().size() - classified - excludedCount());
        int largest = IntStream.concat(
                        IntStream.of(without, excludedCount()),
                        index.classes().stream().mapToInt(IndexClass::spaces))
                .max()
                .orElse(1);
        List<MonitoringPage.LegendRow> rows = new ArrayList<>();
        for (int i = index.classes().size() - 1; i >= 0; i--) {
            IndexClass entry = index.classes().get(i);
            rows.add(new MonitoringPage.LegendRow(
                    Gap.swatchOf(Palette.ofClass(codes, i)),
                    entry.code(),
                    entry.label() == null || entry.label().equals(entry.code()) ? "" : entry.label(),
                    range(index, entry),
                    w.numbers().count(entry.spaces()),
                    bar(entry.spaces(), largest)));
        }
        addGaps(rows, name, without, largest);
        return rows;
    }

    /** Rows for the patterns that the map shows. */
    private void addGaps(List<MonitoringPage.LegendRow> rows, String name, int unclassified, int largest) {
        addGap(rows, name, Gap.UNCLASSIFIED, "map.none", unclassified, largest);
        addGap(rows, name, Gap.EXCLUDED, "map.excluded", excludedCount(), largest);
    }

    private void addGap(
            List<MonitoringPage.LegendRow> rows, String name, Gap gap, String words, int count, int largest) {
        if (count > 0) {
            String id = run.id() + "-" + name + "-key-" + rows.size();
            rows.add(new MonitoringPage.LegendRow(
                    gap.swatch(id), null, w.of(words), null, w.numbers().count(count), bar(count, largest)));
        }
    }

    /** The values of a class; which class a break itself belongs to depends on the index. */
    private @Nullable String range(Index index, IndexClass entry) {
        BigDecimal above = entry.above();
        BigDecimal upTo = entry.upTo();
        String words = index.closesLeft() ? "map.left." : "map.";
        if (above == null) {
            return upTo == null ? null : w.of(words + "upto", w.numbers().index(upTo));
        }
        return upTo == null
                ? w.of(words + "above", w.numbers().index(above))
                : w.of(words + "between", w.numbers().index(above), w.numbers().index(upTo));
    }

    private MonitoringPage.MapView map(
            String name,
            String title,
            String description,
            Map<String, SvgMap.Look> looks,
            List<MonitoringPage.LegendRow> legend,
            boolean dots) {
        String where = w.of("map.where", title, run.title(), w.period(run.run().period()));
        SvgMap.Frame frame = new SvgMap.Frame(run.id() + "-" + name, where, description, true);
        Set<String> drawn = drawing.shapes().stream().map(Drawing.Shape::key).collect(Collectors.toSet());
        String missing = run.spaces().stream()
                .filter(space -> !drawn.contains(space.key()))
                .map(Space::name)
                .collect(Collectors.joining(", "));
        boolean ours = name.equals(NEEDS);
        return new MonitoringPage.MapView(
                where,
                w.of(
                        "map.where",
                        ours ? Words.html(title) : w.foreignHtml(title),
                        Words.html(run.title()),
                        w.period(run.run().period())),
                ours,
                SvgMap.of(drawing, frame, linked(looks)),
                legend,
                dots,
                drawing.outlines().isEmpty()
                        ? null
                        : w.of("map.outline", run.larger(w).one()),
                missing.isEmpty() ? null : w.of("map.missing", missing),
                origin());
    }

    private Map<String, SvgMap.Look> linked(Map<String, SvgMap.Look> looks) {
        String links = run.links();
        if (links != null) {
            looks.replaceAll((key, look) -> look.linkedTo(links + key));
        }
        return looks;
    }

    /** Day, source and licence of the boundaries. */
    private String origin() {
        List<String> origin = new ArrayList<>();
        origin.add(w.of("map.boundaries", w.day(run.run().asOf())));
        if (boundaries != null && boundaries.source() != null) {
            origin.add(w.of("map.boundaries.source", boundaries.source()) + ".");
        }
        if (boundaries != null && boundaries.licence() != null) {
            origin.add(w.of("map.boundaries.licence", boundaries.licence()) + ".");
        }
        return String.join(" ", origin);
    }

    private static int bar(int count, int largest) {
        return largest == 0 ? 0 : (int) Math.round(100.0 * count / largest);
    }
}
