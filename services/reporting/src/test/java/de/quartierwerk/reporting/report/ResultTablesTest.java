package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.map.Palette;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTablesTest {
    private static MonitoringPage.ResultTable table() {
        MonitoringDocument document = ReportExamples.document();
        List<MonitoringDocument.Space> spaces = document.spaces().stream()
                .filter(space -> space.level().equals("social-space"))
                .toList();
        return new ResultTables(WORDS, document.classifications().get(0), spaces).table();
    }

    @Test
    void hasAColumnForEachIndexAndField() {
        MonitoringPage.ResultTable table = table();

        assertThat(table.caption())
                .isEqualTo(
                        "Classes and fields of action of the spaces, <span lang=\"de\">Fields of action</span>, 2023");
        assertThat(table.indices()).containsExactly("Burden");
        assertThat(table.grouped()).isFalse();
        assertThat(table.columns()).isEqualTo(4);
        assertThat(table.groups()).extracting(MonitoringPage.RowGroup::name).containsExactly("Town", "Village");
    }

    @Test
    void tellsNeedsOfRulesFromThoseThatPeopleStated() {
        MonitoringPage.ResultRow mill = table().groups().get(0).rows().get(0);

        assertThat(mill.needs())
                .containsExactly(
                        new MonitoringPage.NeedCell("●", "need for action by rule"),
                        new MonitoringPage.NeedCell(
                                "◆", "need for action stated by professionals or the municipality"));
        assertThat(mill.classes())
                .containsExactly(new MonitoringPage.ClassCell(Palette.INDEX.colour(2, 3), "3", "high", "0.50"));
        assertThat(mill.remark()).isNull();
    }

    @Test
    void saysWhyASpaceIsExcluded() {
        MonitoringPage.ResultRow green = table().groups().get(1).rows().get(0);

        assertThat(green.remark()).isEqualTo("excluded: fewer than 300 inhabitants");
        assertThat(green.classes()).containsExactly(new MonitoringPage.ClassCell(null, null, "not classified", null));
        assertThat(green.needs()).containsOnly(new MonitoringPage.NeedCell("", "excluded"));
    }
}
