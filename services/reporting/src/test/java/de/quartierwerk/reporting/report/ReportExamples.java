package de.quartierwerk.reporting.report;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.Basis;
import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceCounts;
import de.quartierwerk.reporting.classification.SpaceNeed;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.funding.Grant;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.Polarity;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.stakeholder.Offer;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small made-up district as the read model would hold it: two municipalities, three spaces, one run. */
final class ReportExamples {
    static final UUID REPORT = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000002");
    static final UUID RELEASE = UUID.fromString("00000000-0000-0000-0000-000000000003");
    static final Instant NOW = Instant.parse("2024-04-02T08:00:00.123456Z");
    static final Words WORDS = Words.in(Language.EN, ZoneOffset.UTC);
    static final Map<String, Level> LEVELS = Stream.of(
                    new Level("district", "District", 10),
                    new Level("municipality", "Municipality", 20),
                    new Level("social-space", "Social space", 30))
            .collect(Collectors.toMap(Level::code, Function.identity()));
    static final Space DISTRICT = space("1", "Example district", "district", "1");
    static final Space TOWN = space("1-1", "Town", "municipality", "1", "1-1");
    static final Space VILLAGE = space("1-2", "Village", "municipality", "1", "1-2");
    static final Space MILL = space("1-1-a", "Mill quarter", "social-space", "1", "1-1", "1-1-a");
    static final Space CASTLE = space("1-1-b", "Castle quarter", "social-space", "1", "1-1", "1-1-b");
    static final Space GREEN = space("1-2-a", "Green", "social-space", "1", "1-2", "1-2-a");

    private ReportExamples() {}

    static Space space(String key, String name, String level, String... path) {
        String parent = path.length < 2 ? null : path[path.length - 2];
        return new Space(
                key, name, level, parent, List.of(path), LocalDate.of(2012, 1, 1), null, new BigDecimal("3150000.5"));
    }

    static Report report(@Nullable String area) {
        return new Report(
                REPORT,
                new ReportSubject(
                        ReportType.MONITORING,
                        area,
                        area == null ? List.of() : List.of(area),
                        "2023",
                        null,
                        Language.EN),
                ReportState.RUNNING,
                1,
                4,
                null,
                NOW,
                null,
                null,
                null,
                1,
                null,
                1);
    }

    static Run run(List<BigDecimal> breaks) {
        return run(breaks, null);
    }

    static Run run(List<BigDecimal> breaks, @Nullable String closed) {
        return new Run(
                RUN,
                new Run.Scheme("fields", 3, "Fields of action"),
                "social-space",
                Period.parse("2023").orElseThrow(),
                "1",
                LocalDate.of(2023, 12, 31),
                new Run.Publication(
                        Instant.parse("2024-04-01T08:00:00Z"),
                        "Discussed with the towns",
                        List.of("1-1", "Associations"),
                        Basis.EXACT),
                List.of(new ClassificationPublished.Index(
                        "burden", "Burden", List.of("1", "2", "3"), List.of("low", "mid"), breaks, closed)),
                List.of(
                        new ClassificationPublished.Need("HF1", "Poverty", "Families", 9, 9),
                        new ClassificationPublished.Need("HF2", "Ageing", null, 9, 9)));
    }

    static SpaceResult result(Space space, String code, String label, SpaceNeed... needs) {
        return new SpaceResult(
                space.key(),
                null,
                Map.of("burden", new ClassificationPublished.IndexResult(new BigDecimal("0.5"), code, label)),
                null,
                List.of(needs));
    }

    static SpaceResult excluded(Space space, String reason) {
        return new SpaceResult(space.key(), reason, Map.of(), null, List.of());
    }

    static SpaceNeed need(String code) {
        return new SpaceNeed(code, NeedOrigin.RULE, null);
    }

    static SpaceNeed stated(String code, String reason) {
        return new SpaceNeed(code, NeedOrigin.MUNICIPAL, reason);
    }

    static Indicator indicator(String code, @Nullable String theme, IndicatorKind kind, String unit) {
        return new Indicator(
                code,
                2,
                new Indicator.Definition(
                        "Name of " + code, null, unit, kind, Polarity.BURDEN, theme, "Statistics office", "CC0-1.0"));
    }

    static PublicValue value(String indicator, Space space, @Nullable String value, ValueStatus status) {
        return new PublicValue(
                indicator,
                space.key(),
                "2023",
                LocalDate.of(2023, 12, 31),
                value == null ? null : new BigDecimal(value),
                value == null ? null : new BigDecimal("29"),
                value == null ? null : new BigDecimal("400"),
                status,
                RELEASE);
    }

    static ReportData.Places places(@Nullable Space area, Space... spaces) {
        Map<String, Space> within = new TreeMap<>();
        Stream.of(spaces).forEach(space -> within.put(space.key(), space));
        Map<String, Space> larger =
                Stream.of(DISTRICT, TOWN, VILLAGE).collect(Collectors.toMap(Space::key, Function.identity()));
        return new ReportData.Places(area, LEVELS, within, larger);
    }

    /** The whole district: a class for two of three spaces, one of them in need, one excluded. */
    static ReportData data() {
        Run run = run(List.of(new BigDecimal("-0.5"), new BigDecimal("0.5")));
        NeedCounts counts = new NeedCounts(
                new SpaceCounts(3, 1, 1, 1),
                Map.of("HF1", new NeedCounts.NeedCount(1, 1), "HF2", new NeedCounts.NeedCount(1, 1)));
        return new ReportData(
                places(DISTRICT, DISTRICT, TOWN, VILLAGE, MILL, CASTLE, GREEN),
                List.of(new ReportData.RunData(
                        run,
                        List.of(
                                result(MILL, "3", "high", need("HF1"), stated("HF2", "Report of the schools")),
                                result(CASTLE, "1", "low"),
                                excluded(GREEN, "fewer than 300 inhabitants")),
                        counts)),
                List.of(
                        value("rate", MILL, "12.5", ValueStatus.NORMAL),
                        value("rate", CASTLE, null, ValueStatus.SUPPRESSED),
                        value("rate", GREEN, "7.25", ValueStatus.UNRELIABLE),
                        value("rate", TOWN, "9", ValueStatus.ESTIMATED)),
                Map.of("rate", indicator("rate", "employment", IndicatorKind.RATIO, "percent")),
                List.of(new Offer(
                        "meeting",
                        "Meeting point",
                        "Association A",
                        "Open house",
                        "Families",
                        List.of(MILL.key(), "elsewhere"),
                        List.of("HF1"))),
                List.of(new Grant(
                        REPORT,
                        "Association A",
                        "Neighbourhood work",
                        List.of("elsewhere", MILL.key()),
                        List.of("HF1"),
                        new Grant.Money(new BigDecimal("48000.00"), new BigDecimal("12000.00"), "EUR"),
                        new Grant.Decision("Council", LocalDate.of(2024, 6, 17), "2024/0123"))),
                List.of("Made up"));
    }

    static MonitoringDocument document() {
        return MonitoringAssembler.assemble(report("1"), data(), WORDS, NOW);
    }
}
