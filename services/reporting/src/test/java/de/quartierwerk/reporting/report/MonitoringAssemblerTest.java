package de.quartierwerk.reporting.report;

import static de.quartierwerk.reporting.report.ReportExamples.NOW;
import static de.quartierwerk.reporting.report.ReportExamples.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.SpaceCounts;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoringAssemblerTest {
    @Test
    void saysWhatItSpeaksOf() {
        MonitoringDocument.Header header = ReportExamples.document().header();

        assertThat(header.area())
                .isEqualTo(new MonitoringDocument.Area("1", "Example district", "district", "District"));
        assertThat(header.periodStart()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(header.periodEnd()).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(header.assembledAt()).isEqualTo(Instant.parse("2024-04-02T08:00:00.123Z"));
        assertThat(header.notices()).containsExactly("Made up");
    }

    @Test
    void countsTheSpacesOfEachClassBetweenItsBreaks() {
        MonitoringDocument.Index index =
                ReportExamples.document().classifications().get(0).indices().get(0);

        assertThat(index.classes())
                .extracting(
                        MonitoringDocument.IndexClass::code,
                        MonitoringDocument.IndexClass::label,
                        MonitoringDocument.IndexClass::above,
                        MonitoringDocument.IndexClass::upTo,
                        MonitoringDocument.IndexClass::spaces)
                .containsExactly(
                        tuple("1", "low", null, new BigDecimal("-0.5"), 1),
                        tuple("2", "mid", new BigDecimal("-0.5"), new BigDecimal("0.5"), 0),
                        tuple("3", null, new BigDecimal("0.5"), null, 1));
    }

    @Test
    void hasNoBreaksWhereTheSchemeHasNone() {
        ReportData data = ReportExamples.data();
        ReportData.RunData withoutBreaks = new ReportData.RunData(
                ReportExamples.run(List.of()),
                data.runs().get(0).results(),
                new NeedCounts(new SpaceCounts(3, 1, 1, 1), Map.of()));

        MonitoringDocument document = MonitoringAssembler.assemble(
                ReportExamples.report("1"),
                new ReportData(
                        data.places(),
                        List.of(withoutBreaks),
                        data.values(),
                        data.indicators(),
                        data.offers(),
                        data.grants(),
                        data.notices()),
                WORDS,
                NOW);

        assertThat(document.classifications().get(0).indices().get(0).classes()).allSatisfy(entry -> {
            assertThat(entry.above()).isNull();
            assertThat(entry.upTo()).isNull();
        });
    }

    @Test
    void countsNeedsOfTheAreaAndNotOfTheWholeRun() {
        MonitoringDocument.Classification run =
                ReportExamples.document().classifications().get(0);

        assertThat(run.needs())
                .containsExactly(
                        new MonitoringDocument.Need("HF1", "Poverty", "Families", 1, 1),
                        new MonitoringDocument.Need("HF2", "Ageing", null, 1, 1));
        assertThat(run.counts()).isEqualTo(new SpaceCounts(3, 1, 1, 1));
        assertThat(run.levelName()).isEqualTo("Social space");
    }

    @Test
    void namesOnlySpacesOfTheAreaBesideOffersAndGrants() {
        MonitoringDocument document = ReportExamples.document();

        assertThat(document.offers().get(0).spaces()).containsExactly("1-1-a");
        assertThat(document.grants().get(0).spaces()).containsExactly("1-1-a");
        assertThat(document.grants().get(0).amount()).isEqualTo("48000.00");
        assertThat(document.grants().get(0).paid()).isEqualTo("12000.00");
    }

    @Test
    void saysWhatWentIntoItEachOnce() {
        MonitoringDocument.Inputs inputs = ReportExamples.document().inputs();

        assertThat(inputs.runs()).containsExactly(ReportExamples.RUN);
        assertThat(inputs.releases()).containsExactly(ReportExamples.RELEASE);
    }

    @Test
    void explainsEveryMark() {
        assertThat(ReportExamples.document().marks())
                .extracting(MonitoringDocument.MarkMeaning::mark)
                .containsExactly(Mark.values());
    }

    @Test
    void isEmptyWithoutRunsAndValues() {
        ReportData nothing = new ReportData(
                ReportExamples.places(null, ReportExamples.MILL),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of());

        MonitoringDocument document = MonitoringAssembler.assemble(ReportExamples.report(null), nothing, WORDS, NOW);

        assertThat(document.header().area()).isNull();
        assertThat(document.classifications()).isEmpty();
        assertThat(document.indicators()).isEmpty();
        assertThat(document.spaces()).isEmpty();
    }
}
