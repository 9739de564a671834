package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.map.Boundary;
import de.quartierwerk.reporting.map.Drawer;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.space.Spaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws the spaces of a report, once for each level that it shows on maps. */
@ApplicationScoped
class Drawings {
    private final Spaces spaces;

    Drawings(Spaces spaces) {
        this.spaces = spaces;
    }

    /** Drawings by code of the level, with the boundaries of the day that the runs used. */
    Map<String, Drawing> of(MonitoringDocument document) {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        for (MonitoringDocument.Classification run : document.classifications()) {
            drawings.computeIfAbsent(run.level(), level -> draw(document.spaces(), level, run.asOf()));
        }
        return drawings;
    }

    private Drawing draw(List<MonitoringDocument.Space> all, String level, LocalDate day) {
        List<MonitoringDocument.Space> shown =
                all.stream().filter(space -> space.level().equals(level)).toList();
        Set<String> keys =
                shown.stream().map(MonitoringDocument.Space::key).collect(Collectors.toCollection(TreeSet::new));
        Set<String> larger = shown.stream()
                .map(MonitoringDocument.Space::within)
                .filter(Objects::nonNull)
                .map(MonitoringDocument.Area::key)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Boundary> outlines = larger.size() < keys.size() ? spaces.boundaries(larger, day) : List.of();
        return Drawer.draw(spaces.boundaries(keys, day), outlines);
    }
}
