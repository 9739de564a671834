package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.map.Palette;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Index;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexClass;
import de.quartierwerk.reporting.report.MonitoringDocument.IndexResult;
import de.quartierwerk.reporting.report.MonitoringDocument.Need;
import de.quartierwerk.reporting.report.MonitoringDocument.Result;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.SpaceNeed;
import de.quartierwerk.reporting.text.Words;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table of a run's results beside its maps. */
final class ResultTables {
    private static final String BY_RULE = "●";
    private static final String STATED = "◆";

    private final Words w;
    private final Classification run;
    private final List<Space> spaces;

    ResultTables(Words w, Classification run, List<Space> spaces) {
        this.w = w;
        this.run = run;
        this.spaces = spaces;
    }

    MonitoringPage.ResultTable table() {
        boolean grouped = spaces.stream()
                .anyMatch(space -> Objects.requireNonNull(
                                        space.results().get(run.classifiedBy().scheme()))
                                .group()
                        != null);
        List<MonitoringPage.RowGroup> groups = ClassificationViews.grouped(spaces).stream()
                .map(group -> new MonitoringPage.RowGroup(
                        group.name(), group.spaces().stream().map(this::row).toList()))
                .toList();
        return new MonitoringPage.ResultTable(
                w.of("results.caption", w.foreignHtml(run.classifiedBy().schemeTitle()), w.period(run.period())),
                run.indices().stream().map(Index::title).toList(),
                grouped,
                run.needs().stream()
                        .map(need -> new MonitoringPage.NeedHead(need.code(), need.title()))
                        .toList(),
                1 + run.indices().size() + (grouped ? 1 : 0) + run.needs().size(),
                groups);
    }

    private MonitoringPage.ResultRow row(Space space) {
        Result result =
                Objects.requireNonNull(space.results().get(run.classifiedBy().scheme()));
        String remark = null;
        if (result.excluded() != null) {
            remark = w.of("results.excluded", result.excluded());
        } else if (!run.indices().isEmpty() && result.indices().isEmpty()) {
            remark = w.of("results.unclassified");
        }
        return new MonitoringPage.ResultRow(
                space.name(),
                space.key(),
                remark,
                run.indices().stream().map(index -> cell(index, result)).toList(),
                result.group(),
                run.needs().stream().map(need -> need(need, result)).toList());
    }

    private MonitoringPage.ClassCell cell(Index index, Result result) {
        IndexResult found = result.indices().get(index.code());
        if (found == null) {
            return new MonitoringPage.ClassCell(null, null, w.of("results.unclassified"), null);
        }
        List<String> codes = index.classes().stream().map(IndexClass::code).toList();
        int place = found.code() == null ? -1 : codes.indexOf(found.code());
        return new MonitoringPage.ClassCell(
                place < 0 ? null : Palette.ofClass(codes, place),
                found.code(),
                found.label() == null || found.label().equals(found.code()) ? null : found.label(),
                w.numbers().index(found.value()));
    }

    private MonitoringPage.NeedCell need(Need need, Result result) {
        Optional<SpaceNeed> found = result.needs().stream()
                .filter(candidate -> candidate.code().equals(need.code()))
                .findFirst();
        if (found.isEmpty()) {
            String words = run.classifies(result) ? "results.need.no" : "results.unclassified";
            return new MonitoringPage.NeedCell("", w.of(result.excluded() == null ? words : "map.excluded"));
        }
        boolean rule = found.get().origin() == NeedOrigin.RULE;
        return new MonitoringPage.NeedCell(
                rule ? BY_RULE : STATED, w.of(rule ? "results.need.rule" : "results.need.qualitative"));
    }
}
