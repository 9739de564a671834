package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.SpaceNeed;
import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a page says of how a run was made. */
final class RunNotes {
    private final Words w;
    private final RunView run;

    RunNotes(Words w, RunView run) {
        this.w = w;
        this.run = run;
    }

    /** Reasons of needs that people stated. */
    List<String> stated() {
        List<String> stated = new ArrayList<>();
        for (Space space : run.spaces()) {
            for (SpaceNeed need : run.result(space).needs()) {
                if (need.reason() != null) {
                    stated.add(space.name() + ", " + need.code() + ": " + need.reason());
                }
            }
        }
        return stated;
    }

    /** How the run was made. */
    List<MonitoringPage.Note> method() {
        MonitoringDocument.RunPublication publication = run.run().publication();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(
                "method.scheme",
                w.of(
                        "method.scheme.version",
                        run.run().classifiedBy().schemeTitle(),
                        run.run().classifiedBy().scheme(),
                        run.run().classifiedBy().schemeVersion()));
        notes.put("method.period", w.period(run.run().period()));
        notes.put("method.asof", w.day(run.run().asOf()));
        notes.put("method.basis", w.of("basis." + Codes.of(publication.basis())));
        notes.put("method.published", w.day(publication.publishedAt()));
        if (publication.note() != null && !publication.note().isBlank()) {
            notes.put("method.note", publication.note());
        }
        notes.put("method.consulted", publication.consulted().isEmpty() ? w.of("method.consulted.none") : consulted());
        notes.put("method.run", run.run().run().toString());
        return notes.entrySet().stream()
                .map(note -> new MonitoringPage.Note(
                        w.of(note.getKey()), note.getValue(), note.getKey().equals("method.note")))
                .toList();
    }

    /** Who was consulted; municipalities that are named by their key are shown with their name. */
    private String consulted() {
        Map<String, String> names = new HashMap<>();
        run.spaces().stream()
                .map(Space::within)
                .filter(Objects::nonNull)
                .forEach(area -> names.put(area.key(), area.name()));
        return run.run().publication().consulted().stream()
                .map(who -> names.getOrDefault(who, who))
                .collect(Collectors.joining(", "));
    }
}
