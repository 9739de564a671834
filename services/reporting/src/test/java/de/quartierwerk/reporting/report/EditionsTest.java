package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.CASTLE;
import static de.quartierwerk.reporting.report.ReportExamples.GREEN;
import static de.quartierwerk.reporting.report.ReportExamples.MILL;
import static de.quartierwerk.reporting.report.ReportExamples.NOW;
import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static de.quartierwerk.reporting.report.ReportExamples.excluded;
import static de.quartierwerk.reporting.report.ReportExamples.need;
import static de.quartierwerk.reporting.report.ReportExamples.result;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceCounts;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.space.Space;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EditionsTest {
    private static final UUID EARLIER = UUID.fromString("00000000-0000-0000-0000-000000000009");

    private static final Set<String> ALL = Set.of(MILL.key(), CASTLE.key(), GREEN.key());

    /** The example district with an edition two years before, in which Castle had the first need and Mill none. */
    private static ReportData data() {
        ReportData data = ReportExamples.data();
        ReportData.RunData now = data.runs().get(0);
        Run run = now.run();
        Run before = new Run(
                EARLIER,
                run.scheme(),
                run.level(),
                Period.parse("2021").orElseThrow(),
                run.area(),
                run.asOf(),
                run.publication(),
                run.indices(),
                run.needs());
        List<SpaceResult> results =
                List.of(result(MILL, "3", "high"), result(CASTLE, "2", "mid", need("HF1")), excluded(GREEN, "too few"));
        return with(now.results(), before, results, ALL);
    }

    private static ReportData with(List<SpaceResult> now, Run before, List<SpaceResult> earlier, Set<String> same) {
        ReportData data = ReportExamples.data();
        ReportData.RunData run = data.runs().get(0);
        ReportData.EditionData edition = new ReportData.EditionData(
                before,
                earlier,
                new NeedCounts(new SpaceCounts(3, 1, 1, 1), Map.of("HF1", new NeedCounts.NeedCount(1, 1))),
                same);
        return new ReportData(
                data.places(),
                List.of(new ReportData.RunData(
                        run.run(),
                        now,
                        run.counts(),
                        edition,
                        List.of(new Edition.TrendPoint("2021", 2, 1), new Edition.TrendPoint("2023", 2, 1)))),
                data.values(),
                data.indicators(),
                data.offers(),
                data.grants(),
                data.notices());
    }

    private static Edition compared(List<SpaceResult> earlier, List<SpaceResult> now) {
        return compared(earlier, now, ALL);
    }

    private static Edition compared(List<SpaceResult> earlier, List<SpaceResult> now, Set<String> same) {
        ReportData.RunData run =
                with(now, ReportExamples.run(List.of()), earlier, same).runs().get(0);
        return Editions.compare(run, Objects.requireNonNull(run.before()));
    }

    private static SpaceResult without(Space space, Map<String, ClassificationPublished.IndexResult> indices) {
        return new SpaceResult(space.key(), null, indices, null, List.of());
    }

    private static MonitoringDocument document() {
        return MonitoringAssembler.assemble(ReportExamples.report("1"), data(), WORDS, NOW);
    }

    @Test
    void comparesWithTheEditionBefore() {
        assertThat(document().classifications().get(0).before())
                .isEqualTo(new Edition(
                        EARLIER,
                        "2021",
                        2,
                        1,
                        List.of("1-1-a"),
                        List.of("1-1-b"),
                        List.of(
                                new Edition.NeedChange("HF1", 1, List.of("1-1-a"), List.of("1-1-b")),
                                new Edition.NeedChange("HF2", 0, List.of("1-1-a"), List.of())),
                        List.of(
                                new Edition.Transition("burden", "2", "1", 1),
                                new Edition.Transition("burden", "3", "3", 1))));
    }

    @Test
    void saysTheChangeInWords() {
        MonitoringPage.ClassificationView view = MonitoringPages.of(document(), Map.of(), WORDS, "", false)
                .classifications()
                .get(0);

        assertThat(view.change())
                .isEqualTo("In 2021 it was 1 of 2; since then 1 have been added and 1 have dropped out.");
        assertThat(view.fields().get(0).change())
                .isEqualTo("2021: 1; since then 1 have been added and 1 have dropped out.");
        assertThat(view.fields().get(0).came()).isEqualTo("Mill quarter");
        assertThat(view.fields().get(0).went()).isEqualTo("Castle quarter");
        assertThat(view.tables())
                .extracting(MonitoringPage.CrossTable::title)
                .containsExactly(
                        "<span lang=\"de\">Burden</span>: transitions between classes from 2021 to 2023; 1 of 2 stayed in their class",
                        "Spaces with need for action over time",
                        "Need for action by municipalities");
    }

    @Test
    void takesNoStatementForNoNeed() {
        SpaceResult withheld = without(
                CASTLE, Map.of("burden", new ClassificationPublished.IndexResult(new BigDecimal("0.5"), null, null)));

        Edition edition = compared(
                List.of(without(MILL, Map.of()), result(CASTLE, "3", "high", need("HF1")), result(GREEN, "3", "high")),
                List.of(result(MILL, "3", "high", need("HF1")), withheld, result(GREEN, "3", "high", need("HF1"))));

        assertThat(edition.came()).containsExactly("1-2-a");
        assertThat(edition.went()).isEmpty();
        assertThat(edition.needs().get(0)).isEqualTo(new Edition.NeedChange("HF1", 1, List.of("1-2-a"), List.of()));
    }

    @Test
    void comparesNoExcludedSpaceWhateverPeopleStatedOfIt() {
        SpaceResult stated = new SpaceResult(
                GREEN.key(), "too few", Map.of(), null, List.of(ReportExamples.stated("HF1", "Schools")));

        Edition edition = compared(
                List.of(result(MILL, "1", "low"), result(CASTLE, "3", "high", need("HF1")), stated),
                List.of(result(MILL, "1", "low"), excluded(CASTLE, "demolished"), result(GREEN, "1", "low")));

        assertThat(edition.came()).isEmpty();
        assertThat(edition.went()).isEmpty();
        assertThat(edition.needs().get(0)).isEqualTo(new Edition.NeedChange("HF1", 1, List.of(), List.of()));
    }

    @Test
    void comparesNoKeyThatMeantAnotherSpace() {
        Edition edition = compared(
                List.of(result(MILL, "1", "low"), result(CASTLE, "3", "high", need("HF1"))),
                List.of(result(MILL, "3", "high", need("HF1")), result(CASTLE, "1", "low")),
                Set.of(MILL.key()));

        assertThat(edition.came()).containsExactly(MILL.key());
        assertThat(edition.went()).isEmpty();
        assertThat(edition.needs().get(0)).isEqualTo(new Edition.NeedChange("HF1", 1, List.of(MILL.key()), List.of()));
        assertThat(edition.transitions()).containsExactly(new Edition.Transition("burden", "1", "3", 1));
    }
}
