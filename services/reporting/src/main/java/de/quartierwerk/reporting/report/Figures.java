package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.report.MonitoringDocument.Change;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Grant;
import de.quartierwerk.reporting.report.MonitoringDocument.Index;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexClass;
import de.quartierwerk.reporting.report.MonitoringDocument.Need;
import de.quartierwerk.reporting.report.MonitoringDocument.Result;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.SpaceNeed;
import de.quartierwerk.reporting.report.MonitoringDocument.Value;
import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All public figures of a document by where they stand, so that two documents can be compared. */
final class Figures {
    private record Place(String section, String figure) {}

    private final Words w;
    private final Map<Place, String> figures = new LinkedHashMap<>();
    private String section = "";

    private Figures(Words w, MonitoringDocument document) {
        this.w = w;
        document.classifications().forEach(this::addRun);
        document.spaces().forEach(space -> addSpace(space, document));
        document.grants().forEach(this::addGrant);
    }

    /** Every figure that differs between two documents, in the order of the later one; gone figures last. */
    static List<Change> changes(MonitoringDocument before, MonitoringDocument after, Words w) {
        Map<Place, String> old = new Figures(w, before).figures;
        Map<Place, String> now = new Figures(w, after).figures;
        Set<Place> places = new LinkedHashSet<>(now.keySet());
        places.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        for (Place place : places) {
            String one = old.get(place);
            String other = now.get(place);
            if (one == null || !one.equals(other)) {
                changes.add(new Change(place.section(), place.figure(), one, other));
            }
        }
        return changes;
    }

    private void put(String figure, @Nullable Object value) {
        if (value != null) {
            figures.put(new Place(section, figure), value.toString());
        }
    }

    private void addRun(Classification run) {
        section = run.classifiedBy().schemeTitle();
        put(w.of("change.in-need"), run.counts().spacesInNeed());
        put(w.of("change.considered"), run.counts().considered());
        put(w.of("change.excluded"), run.counts().excluded());
        for (Need need : run.needs()) {
            put(need.code() + " " + need.title(), need.spaces());
        }
        for (Index index : run.indices()) {
            for (IndexClass entry : index.classes()) {
                put(w.of("change.class", index.title(), entry.code()), entry.spaces());
            }
        }
    }

    private void addSpace(Space space, MonitoringDocument document) {
        section = space.name() + " (" + space.key() + ")";
        for (Classification run : document.classifications()) {
            Result result = space.results().get(run.classifiedBy().scheme());
            if (result != null) {
                addResult(run, result);
            }
        }
        for (MonitoringDocument.Indicator indicator : document.indicators()) {
            Value value = space.values().get(indicator.code());
            if (value != null && indicator.level().equals(space.level())) {
                put(
                        indicator.definition().name() + " (" + w.period(value.period()) + ")",
                        value.value() == null
                                ? (value.mark() == null ? "x" : value.mark().sign())
                                : value.value().toPlainString());
            }
        }
    }

    private void addResult(Classification run, Result result) {
        String scheme = run.classifiedBy().schemeTitle();
        put(scheme + ": " + w.of("change.exclusion"), result.excluded());
        for (Index index : run.indices()) {
            MonitoringDocument.IndexResult found = result.indices().get(index.code());
            put(scheme + ": " + index.title(), found == null ? null : found.code());
        }
        put(scheme + ": " + w.of("results.group"), result.group());
        put(
                scheme + ": " + w.of("needs.heading"),
                result.needs().stream().map(SpaceNeed::code).sorted().collect(Collectors.joining(", ")));
    }

    private void addGrant(Grant grant) {
        section = w.of("grants.heading");
        put(grant.applicant() + ", " + grant.purpose() + " (" + grant.application() + ")", grant.amount());
    }
}
