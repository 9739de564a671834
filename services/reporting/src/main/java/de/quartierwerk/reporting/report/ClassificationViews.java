package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.text.LevelWords;
import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one published run of a report into what its page shows. */
final class ClassificationViews {
    private static final String LAST = "\uffff";

    private final Words w;
    private final RunView run;
    private final Drawing drawing;
    private final MonitoringDocument.@Nullable Boundaries boundaries;

    /**
     * @param run the run on its page
     * @param drawing drawing of the run's level
     * @param boundaries origin of the boundaries, null where it is not known
     */
    ClassificationViews(Words w, RunView run, Drawing drawing, MonitoringDocument.@Nullable Boundaries boundaries) {
        this.w = w;
        this.run = run;
        this.drawing = drawing;
        this.boundaries = boundaries;
    }

    MonitoringPage.ClassificationView view() {
        Classification found = run.run();
        boolean needs = !found.needs().isEmpty();
        int lead = needs ? found.counts().spacesInNeed() : found.counts().considered();
        RunMaps maps = new RunMaps(w, run, drawing, boundaries);
        ChangeViews changes = new ChangeViews(w, run);
        RunNotes notes = new RunNotes(w, run);
        return new MonitoringPage.ClassificationView(
                run.id(),
                found.classifiedBy().schemeTitle(),
                w.numbers().count(lead),
                needs ? w.of("lead.of", found.counts().considered()) : null,
                leadText(needs, lead),
                needs ? leadWhere() : null,
                remarks(needs),
                changes.sentence(),
                maps.fields(),
                changes.tables(),
                maps.maps(),
                new ResultTables(w, found, run.spaces()).table(),
                notes.stated(),
                notes.method());
    }

    /** What the large number counts; it names the considered spaces where others were excluded. */
    private String leadText(boolean needs, int lead) {
        LevelWords level = run.level(w);
        if (!needs) {
            return w.of("lead.classified", lead == 1 ? level.one() : level.many());
        }
        boolean all = run.run().counts().excluded() == 0;
        return w.count("lead.need", lead, all ? level.many() : w.of("lead.considered", level.many()));
    }

    private @Nullable String leadWhere() {
        int areas = run.areasInNeed(null);
        return areas == 0 ? null : w.of("lead.larger", run.larger(w).countedDative(w, areas));
    }

    private List<String> remarks(boolean needs) {
        List<String> remarks = new ArrayList<>();
        remarks.add(w.of(needs ? "lead.overlap" : "lead.noneed"));
        int excluded = run.run().counts().excluded();
        if (excluded > 0) {
            remarks.add(w.count(
                    "lead.excluded",
                    excluded,
                    run.level(w).countedDative(w, run.run().counts().spaces())));
        }
        return remarks;
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
