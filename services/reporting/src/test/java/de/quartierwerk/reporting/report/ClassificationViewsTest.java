package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.map.Boundary;
import de.quartierwerk.reporting.map.Drawer;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.map.Gap;
import de.quartierwerk.reporting.map.Palette;
import de.quartierwerk.reporting.text.Words;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClassificationViewsTest {
    private static final Drawing NOTHING = new Drawing(1, 1, 1, List.of(), List.of());

    private static Boundary square(String key, double west) {
        return new Boundary(
                key,
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(List.of(
                                List.of(west, 50.0),
                                List.of(west + 1, 50.0),
                                List.of(west + 1, 51.0),
                                List.of(west, 51.0),
                                List.of(west, 50.0)))));
    }

    private static MonitoringPage.ClassificationView view(Drawing drawing) {
        return view(drawing, WORDS);
    }

    private static MonitoringPage.ClassificationView view(Drawing drawing, Words words) {
        return view(drawing, words, ReportExamples.document().spaces());
    }

    private static MonitoringPage.ClassificationView view(Drawing drawing, List<MonitoringDocument.Space> spaces) {
        return view(drawing, WORDS, spaces);
    }

    /** The spaces of the example, one of them with another result. */
    private static List<MonitoringDocument.Space> with(String key, MonitoringDocument.Result result) {
        return ReportExamples.document().spaces().stream()
                .map(space -> !space.key().equals(key)
                        ? space
                        : new MonitoringDocument.Space(
                                space.key(),
                                space.name(),
                                space.level(),
                                space.within(),
                                space.areaSquareMetres(),
                                Map.of("fields", result),
                                space.values()))
                .toList();
    }

    private static MonitoringPage.ClassificationView view(
            Drawing drawing, Words words, List<MonitoringDocument.Space> spaces) {
        RunView run = RunView.of(ReportExamples.document().classifications().get(0), spaces, "Example district", 1);
        return new ClassificationViews(
                        words, run, drawing, new MonitoringDocument.Boundaries("Land survey", "dl-de/zero-2-0"))
                .view();
    }

    @Test
    void leadsWithTheSpacesInNeed() {
        MonitoringPage.ClassificationView view = view(NOTHING);

        assertThat(view.leadNumber()).isEqualTo("1");
        assertThat(view.leadTotal()).isEqualTo("of the 2");
        assertThat(view.leadText()).isEqualTo("social spaces considered shows need for action");
        assertThat(view.leadWhere()).isEqualTo("in 1 municipality");
        assertThat(view.remarks())
                .containsExactly(
                        "The fields of action overlap: a space may belong to several.",
                        "1 of 3 social spaces is excluded with a reason and in none of the numbers.");
    }

    @Test
    void countsEachFieldOfAction() {
        assertThat(view(NOTHING).fields())
                .extracting(
                        MonitoringPage.FieldView::code,
                        MonitoringPage.FieldView::target,
                        MonitoringPage.FieldView::spaces,
                        MonitoringPage.FieldView::larger,
                        MonitoringPage.FieldView::svg)
                .containsExactly(
                        tuple("HF1", "Target group: Families", "1 social space", "1 municipality", null),
                        tuple("HF2", null, "1 social space", "1 municipality", null));
    }

    @Test
    void hasNoMapsWithoutBoundaries() {
        assertThat(view(NOTHING).maps()).isEmpty();
    }

    @Test
    void drawsAMapOfNeedsAndOneOfEachIndex() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6), square("1-1-b", 7)), List.of());

        List<MonitoringPage.MapView> maps = view(drawing).maps();

        assertThat(maps)
                .extracting(MonitoringPage.MapView::title, MonitoringPage.MapView::large)
                .containsExactly(
                        tuple("Number of fields of action per space: Example district, 2023", true),
                        tuple("Burden: Example district, 2023", false));
        assertThat(maps.get(0).missing()).isEqualTo("Without a boundary and therefore not on the map: Green");
        assertThat(maps.get(1).svg())
                .contains("<title>Mill quarter: 3 high</title>", "<title>Castle quarter: 1 low</title>");
    }

    @Test
    void explainsTheColoursFromTheHighestClassDown() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6), square("1-2-a", 7)), List.of());

        List<MonitoringPage.LegendRow> legend = view(drawing).maps().get(1).legend();

        assertThat(legend)
                .containsExactly(
                        new MonitoringPage.LegendRow(
                                Gap.swatchOf(Palette.INDEX.colour(2, 3)), "3", "", "above 0.50", "1", 100),
                        new MonitoringPage.LegendRow(
                                Gap.swatchOf(Palette.INDEX.colour(1, 3)), "2", "mid", "above −0.50 up to 0.50", "0", 0),
                        new MonitoringPage.LegendRow(
                                Gap.swatchOf(Palette.INDEX.colour(0, 3)), "1", "low", "up to −0.50", "1", 100),
                        new MonitoringPage.LegendRow(
                                Gap.EXCLUDED.swatch("run1-index0-key-3"), null, "excluded", null, "1", 100));
    }

    @Test
    void saysToWhichClassABreakBelongs() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6), square("1-2-a", 7)), List.of());
        ReportData data = ReportExamples.data();
        ReportData.RunData right = data.runs().get(0);
        Run left = ReportExamples.run(right.run().indices().get(0).breaks(), ClassificationPublished.Index.LEFT);
        MonitoringDocument document = MonitoringAssembler.assemble(
                ReportExamples.report("1"),
                new ReportData(
                        data.places(),
                        List.of(new ReportData.RunData(left, right.results(), right.counts())),
                        data.values(),
                        data.indicators(),
                        data.offers(),
                        data.grants(),
                        data.notices()),
                WORDS,
                ReportExamples.NOW);
        RunView run = RunView.of(document.classifications().get(0), document.spaces(), "Example district", 1);

        MonitoringPage.ClassificationView view = new ClassificationViews(WORDS, run, drawing, null).view();

        assertThat(view.maps().get(1).legend())
                .extracting(MonitoringPage.LegendRow::range)
                .containsExactly("from 0.50", "from −0.50 to below 0.50", "below −0.50", null);
    }

    @Test
    void neverCountsOrDrawsAnExcludedSpaceAsWithoutNeed() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6), square("1-1-b", 7), square("1-2-a", 8)), List.of());

        MonitoringPage.ClassificationView view = view(drawing);

        assertThat(view.maps().get(0).legend())
                .extracting(MonitoringPage.LegendRow::label, MonitoringPage.LegendRow::count)
                .containsExactly(
                        tuple("no field of action", "1"),
                        tuple("1 field of action", "0"),
                        tuple("2 fields of action", "1"),
                        tuple("excluded", "1"));
        assertThat(view.maps().get(0).svg()).contains("<title>Green: excluded</title>", "url(#run1-needs-excluded)");
        assertThat(view.fields().get(0).svg()).contains("url(#run1-0-excluded)");
    }

    @Test
    void neverCountsOrDrawsASpaceThatIsNotClassifiedAsWithoutNeed() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6), square("1-1-b", 7), square("1-2-a", 8)), List.of());
        MonitoringDocument.Result unclassified = new MonitoringDocument.Result(null, Map.of(), null, List.of());

        MonitoringPage.ClassificationView view = view(drawing, with("1-1-b", unclassified));

        assertThat(view.maps().get(0).legend())
                .extracting(MonitoringPage.LegendRow::label, MonitoringPage.LegendRow::count)
                .containsExactly(
                        tuple("no field of action", "0"),
                        tuple("1 field of action", "0"),
                        tuple("2 fields of action", "1"),
                        tuple("not classified", "1"),
                        tuple("excluded", "1"));
        assertThat(view.maps().get(0).svg()).contains("<title>Castle quarter: not classified</title>");
        assertThat(view.fields().get(0).svg()).contains("<title>Castle quarter: not classified</title>");
        assertThat(view.table().groups().get(0).rows().get(1).needs())
                .containsOnly(new MonitoringPage.NeedCell("", "not classified"));
    }

    @Test
    void countsNoExcludedSpaceWhateverPeopleStatedOfIt() {
        MonitoringDocument.Result stated = new MonitoringDocument.Result(
                "too few",
                Map.of(),
                null,
                List.of(new MonitoringDocument.SpaceNeed("HF1", NeedOrigin.MUNICIPAL, "Schools")));

        MonitoringPage.ClassificationView view = view(NOTHING, with("1-2-a", stated));

        assertThat(view.leadWhere()).isEqualTo("in 1 municipality");
        assertThat(view.fields().get(0).now()).isEqualTo("Mill quarter");
        assertThat(view.fields().get(0).larger()).isEqualTo("1 municipality");
        assertThat(view.tables().get(0).rows().get(1).cells()).containsExactly("0", "0", "0", "0");
    }

    @Test
    void saysWhoseBoundariesOfWhichDayAMapShows() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6), square("1-1-b", 7)), List.of());

        assertThat(view(drawing).maps().get(0).origin())
                .isEqualTo("Boundaries as of 31 December 2023. North is at the top. Boundaries: Land survey. "
                        + "Licence: dl-de/zero-2-0.");
    }

    @Test
    void drawsNoMapsOfOneSpace() {
        Drawing drawing = Drawer.draw(List.of(square("1-1-a", 6)), List.of());

        assertThat(view(drawing).maps()).isEmpty();
        assertThat(view(drawing).fields())
                .extracting(MonitoringPage.FieldView::svg)
                .containsOnlyNulls();
    }

    @Test
    void namesTheLevelOfTheStrongLines() {
        Drawing drawing = Drawer.draw(
                List.of(square("1-1-a", 6), square("1-1-b", 7)), List.of(square("1-1", 6), square("1-2", 7)));

        assertThat(view(drawing).maps().get(0).outlines()).isEqualTo("strong line: municipality");
    }

    @Test
    void namesThePeopleWhoStatedANeed() {
        assertThat(view(NOTHING).stated()).containsExactly("Mill quarter, HF2: Report of the schools");
    }

    @Test
    void notesTheMethodWithTheNamesOfThoseConsulted() {
        assertThat(view(NOTHING).method())
                .contains(
                        new MonitoringPage.Note("Method", "Fields of action (fields), version 3"),
                        new MonitoringPage.Note("Boundaries as of", "31 December 2023"),
                        new MonitoringPage.Note("Note", "Discussed with the towns", true),
                        new MonitoringPage.Note("Consulted", "Town, Associations"),
                        new MonitoringPage.Note("Run", ReportExamples.RUN.toString()));
    }
}
