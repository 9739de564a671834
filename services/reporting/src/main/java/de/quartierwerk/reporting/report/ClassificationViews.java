package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.map.Palette;
import de.quartierwerk.reporting.map.SvgMap;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Index;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexClass;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexResult;
import de.quartierwerk.reporting.report.MonitoringDocument.Need;
import de.quartierwerk.reporting.report.MonitoringDocument.Result;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.SpaceNeed;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns one published run of a report into what its page shows. */
final class ClassificationViews {
    private static final String LAST = "\uffff";
    private static final String NEEDS = "needs";

    private final Words w;
    private final Classification run;
    private final List<Space> spaces;
    private final Drawing drawing;
    private final String id;

    /**
     * @param w words of the page
     * @param run the run
     * @param spaces all spaces of the report
     * @param drawing drawing of the run's level
     * @param number number of the run on the page
     */
    ClassificationViews(Words w, Classification run, List<Space> spaces, Drawing drawing, int number) {
        this.w = w;
        this.run = run;
        this.spaces = spaces.stream()
                .filter(space -> space.results().containsKey(run.classifiedBy().scheme()))
                .toList();
        this.drawing = drawing;
        this.id = "run" + number;
    }

    MonitoringPage.ClassificationView view() {
        boolean needs = !run.needs().isEmpty();
        int lead = needs ? run.counts().spacesInNeed() : run.counts().spaces();
        return new MonitoringPage.ClassificationView(
                id,
                run.classifiedBy().schemeTitle(),
                w.numbers().count(lead),
                needs ? w.of("lead.of", run.counts().spaces()) : null,
                w.count(needs ? "lead.need" : "lead.classified", lead),
                needs && run.counts().municipalitiesInNeed() > 0
                        ? w.count("lead.municipalities", run.counts().municipalitiesInNeed())
                        : null,
                remarks(needs),
                run.needs().stream().map(this::field).toList(),
                maps(needs),
                new ResultTables(w, run, spaces).table(),
                stated(),
                method());
    }

    private List<String> remarks(boolean needs) {
        List<String> remarks = new ArrayList<>();
        remarks.add(w.of(needs ? "lead.overlap" : "lead.noneed"));
        if (run.counts().excluded() > 0) {
            remarks.add(w.count("lead.excluded", run.counts().excluded()));
        }
        return remarks;
    }

    private MonitoringPage.FieldView field(Need need) {
        String inSpaces = w.count("spaces", need.spaces());
        String inMunicipalities = w.count("municipalities", need.municipalities());
        Map<String, SvgMap.Look> looks = new HashMap<>();
        for (Space space : spaces) {
            boolean has = result(space).needs().stream()
                    .anyMatch(found -> found.code().equals(need.code()));
            looks.put(space.key(), new SvgMap.Look(Palette.NEED.colour(has ? 1 : 0, 2), null, false, space.name()));
        }
        SvgMap.Frame frame = new SvgMap.Frame(
                id + "-" + run.needs().indexOf(need),
                w.of("needs.map.title", need.title()),
                w.of("needs.map.description", need.title(), inSpaces, inMunicipalities),
                false);
        return new MonitoringPage.FieldView(
                need.code(),
                need.title(),
                need.targetGroup() == null ? null : w.of("needs.for", need.targetGroup()),
                inSpaces,
                inMunicipalities,
                drawing.isEmpty() ? null : SvgMap.of(drawing, frame, looks));
    }

    private List<MonitoringPage.MapView> maps(boolean needs) {
        if (drawing.isEmpty()) {
            return List.of();
        }
        List<MonitoringPage.MapView> maps = new ArrayList<>();
        if (needs) {
            maps.add(needCounts());
        }
        run.indices().forEach(index -> maps.add(classes(index, needs)));
        return maps;
    }

    private MonitoringPage.MapView needCounts() {
        int most = run.needs().size();
        int[] counts = new int[most + 1];
        Map<String, SvgMap.Look> looks = new HashMap<>();
        for (Space space : spaces) {
            int count = Math.min(most, result(space).needs().size());
            counts[count]++;
            String words = needCount(count);
            looks.put(
                    space.key(),
                    new SvgMap.Look(
                            Palette.NEED.colour(count, most + 1),
                            count == 0 ? null : String.valueOf(count),
                            false,
                            space.name() + ": " + words));
        }
        int largest = IntStream.of(counts).max().orElse(1);
        List<MonitoringPage.LegendRow> legend = IntStream.rangeClosed(0, most)
                .mapToObj(count -> new MonitoringPage.LegendRow(
                        Palette.NEED.colour(count, most + 1),
                        null,
                        needCount(count),
                        null,
                        w.numbers().count(counts[count]),
                        bar(counts[count], largest)))
                .toList();
        return map(NEEDS, w.of("needs.count.title"), w.of("needs.count.description"), looks, legend, false);
    }

    private String needCount(int count) {
        return count == 0 ? w.of("needs.count.none") : w.count("needs.count", count);
    }

    private MonitoringPage.MapView classes(Index index, boolean needs) {
        List<String> codes = index.classes().stream().map(IndexClass::code).toList();
        Map<String, SvgMap.Look> looks = new HashMap<>();
        for (Space space : spaces) {
            IndexResult found = result(space).indices().get(index.code());
            String code = found == null ? null : found.code();
            if (found != null && code != null && codes.contains(code)) {
                looks.put(
                        space.key(),
                        new SvgMap.Look(
                                Palette.INDEX.colour(codes.indexOf(code), codes.size()),
                                code,
                                !result(space).needs().isEmpty(),
                                space.name() + ": " + classWords(code, found.label())));
            }
        }
        return map(
                "index" + run.indices().indexOf(index),
                index.title(),
                w.of("map.index.description", index.title()),
                looks,
                legend(index),
                needs);
    }

    private List<MonitoringPage.LegendRow> legend(Index index) {
        int classified = index.classes().stream().mapToInt(IndexClass::spaces).sum();
        int without = spaces.size() - classified;
        int largest = Math.max(
                without,
                index.classes().stream().mapToInt(IndexClass::spaces).max().orElse(1));
        List<MonitoringPage.LegendRow> rows = new ArrayList<>();
        for (int i = index.classes().size() - 1; i >= 0; i--) {
            IndexClass entry = index.classes().get(i);
            rows.add(new MonitoringPage.LegendRow(
                    Palette.INDEX.colour(i, index.classes().size()),
                    entry.code(),
                    entry.label() == null || entry.label().equals(entry.code()) ? "" : entry.label(),
                    range(entry),
                    w.numbers().count(entry.spaces()),
                    bar(entry.spaces(), largest)));
        }
        if (without > 0) {
            rows.add(new MonitoringPage.LegendRow(
                    null, null, w.of("map.none"), null, w.numbers().count(without), bar(without, largest)));
        }
        return rows;
    }

    private @Nullable String range(IndexClass entry) {
        BigDecimal above = entry.above();
        BigDecimal upTo = entry.upTo();
        if (above == null) {
            return upTo == null ? null : w.of("map.upto", w.numbers().index(upTo));
        }
        return upTo == null
                ? w.of("map.above", w.numbers().index(above))
                : w.of("map.between", w.numbers().index(above), w.numbers().index(upTo));
    }

    private MonitoringPage.MapView map(
            String name,
            String title,
            String description,
            Map<String, SvgMap.Look> looks,
            List<MonitoringPage.LegendRow> legend,
            boolean dots) {
        SvgMap.Frame frame = new SvgMap.Frame(id + "-" + name, title, description, true);
        Set<String> drawn = drawing.shapes().stream().map(Drawing.Shape::key).collect(Collectors.toSet());
        String missing = spaces.stream()
                .filter(space -> !drawn.contains(space.key()))
                .map(Space::name)
                .collect(Collectors.joining(", "));
        return new MonitoringPage.MapView(
                title,
                name.equals(NEEDS),
                SvgMap.of(drawing, frame, looks),
                legend,
                dots,
                !drawing.outlines().isEmpty(),
                missing.isEmpty() ? null : w.of("map.missing", missing));
    }

    private static int bar(int count, int largest) {
        return largest == 0 ? 0 : (int) Math.round(100.0 * count / largest);
    }

    private List<String> stated() {
        List<String> stated = new ArrayList<>();
        for (Space space : spaces) {
            for (SpaceNeed need : result(space).needs()) {
                if (need.reason() != null) {
                    stated.add(space.name() + ", " + need.code() + ": " + need.reason());
                }
            }
        }
        return stated;
    }

    private List<MonitoringPage.Note> method() {
        MonitoringDocument.RunPublication publication = run.publication();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(
                "method.scheme",
                w.of(
                        "method.scheme.version",
                        run.classifiedBy().schemeTitle(),
                        run.classifiedBy().scheme(),
                        run.classifiedBy().schemeVersion()));
        notes.put("method.period", w.period(run.period()));
        notes.put("method.asof", w.day(run.asOf()));
        notes.put("method.basis", w.of("basis." + Codes.of(publication.basis())));
        notes.put("method.published", w.day(publication.publishedAt()));
        if (publication.note() != null && !publication.note().isBlank()) {
            notes.put("method.note", publication.note());
        }
        notes.put("method.consulted", publication.consulted().isEmpty() ? w.of("method.consulted.none") : consulted());
        notes.put("method.run", run.run().toString());
        return notes.entrySet().stream()
                .map(note -> new MonitoringPage.Note(w.of(note.getKey()), note.getValue()))
                .toList();
    }

    /** Who was consulted; municipalities that are named by their key are shown with their name. */
    private String consulted() {
        Map<String, String> names = new HashMap<>();
        spaces.stream().map(Space::within).filter(Objects::nonNull).forEach(area -> names.put(area.key(), area.name()));
        return run.publication().consulted().stream()
                .map(who -> names.getOrDefault(who, who))
                .collect(Collectors.joining(", "));
    }

    private Result result(Space space) {
        return Objects.requireNonNull(space.results().get(run.classifiedBy().scheme()));
    }

    static String classWords(String code, @Nullable String label) {
        return label == null || label.equals(code) ? code : code + " " + label;
    }

    /** Spaces that lie in one larger space; {@code name} is null for those that lie in none. */
    record Group(@Nullable String name, List<Space> spaces) {}

    /** Spaces in groups of the larger space they lie in, groups and spaces by key; the last group lies in none. */
    static List<Group> grouped(List<Space> spaces) {
        Map<String, List<Space>> groups = spaces.stream()
                .sorted(Comparator.comparing(Space::key))
                .collect(Collectors.groupingBy(space -> keyOf(space.within()), TreeMap::new, Collectors.toList()));
        return groups.values().stream()
                .map(rows -> new Group(nameOf(rows.get(0).within()), rows))
                .toList();
    }

    private static @Nullable String nameOf(MonitoringDocument.@Nullable Area area) {
        return area == null ? null : area.name();
    }

    private static String keyOf(MonitoringDocument.@Nullable Area area) {
        return area == null ? LAST : area.key();
    }
}
