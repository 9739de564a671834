package de.quartierwerk.reporting.profile;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.Basis;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.classification.SpaceNeed;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.funding.Grant;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.stakeholder.Offer;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileAssemblerTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Space DISTRICT = space("1", "District", "district", "1");
    private static final Space TOWN = space("1-1", "Town", "municipality", "1", "1-1");
    private static final Space QUARTER = space("1-1-a", "Quarter", "social-space", "1", "1-1", "1-1-a");

    private static Space space(String key, String name, String level, String... path) {
        return new Space(key, name, level, null, List.of(path), LocalDate.of(2012, 1, 1), null, null);
    }

    private static Indicator indicator(String code, @Nullable String theme) {
        return new Indicator(
                code, 1, new Indicator.Definition(code, null, "persons", IndicatorKind.COUNT, null, theme, null, null));
    }

    private static PublicValue value(String indicator, int year, @Nullable String value, ValueStatus status) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new PublicValue(
                indicator,
                QUARTER.key(),
                String.valueOf(year),
                LocalDate.of(year, 12, 31),
                number,
                number,
                number,
                status,
                ID);
    }

    private static Space other(String key) {
        return space(key, key, "social-space", "1", "1-1", key);
    }

    private static PublicValue of(String space, String indicator, String value) {
        return new PublicValue(
                indicator,
                space,
                "2023",
                LocalDate.of(2023, 12, 31),
                new BigDecimal(value),
                null,
                null,
                ValueStatus.NORMAL,
                ID);
    }

    private static ProfileData.RunResult result(SpaceNeed... needs) {
        Run run = new Run(
                ID,
                new Run.Scheme("fields", 2, "Fields of action"),
                "social-space",
                Period.parse("2023").orElseThrow(),
                null,
                LocalDate.of(2023, 12, 31),
                new Run.Publication(Instant.EPOCH, null, List.of(), Basis.PUBLIC),
                List.of(
                        new ClassificationPublished.Index("a", "Burden", List.of("1"), List.of("low"), List.of()),
                        new ClassificationPublished.Index("b", "Change", List.of("1"), List.of("low"), List.of())),
                List.of(new ClassificationPublished.Need("HF1", "Poverty", null, 1, 1)));
        return new ProfileData.RunResult(
                run,
                new SpaceResult(
                        QUARTER.key(),
                        null,
                        Map.of("b", new ClassificationPublished.IndexResult(null, "1", "low")),
                        "1/1",
                        List.of(needs)));
    }

    private static ProfileResponse profile(List<ProfileData.RunResult> results, ProfileData.Figures figures) {
        return ProfileAssembler.assemble(new ProfileData(
                new ProfileData.Place(
                        QUARTER,
                        Map.of("1", DISTRICT, "1-1", TOWN, "1-1-a", QUARTER),
                        Map.of("municipality", new Level("municipality", "Municipality", 20))),
                Period.parse("2023").orElseThrow(),
                results,
                figures,
                List.of(new Offer("o", "Meeting point", "Association", null, null, List.of("1-1-a"), List.of("HF1"))),
                List.of(new Grant(
                        ID,
                        "Association",
                        "Work",
                        List.of("1-1-a"),
                        List.of(),
                        new Grant.Money(new BigDecimal("48000.00"), BigDecimal.ZERO, "EUR"),
                        new Grant.Decision("Council", LocalDate.of(2024, 6, 17), null))),
                List.of("Made up")));
    }

    private static final ProfileData.Figures NO_FIGURES =
            new ProfileData.Figures(Map.of(), Map.of(), Map.of(), Surroundings.NONE);

    @Test
    void namesTheLargerSpacesFromTheLargestDown() {
        ProfileResponse profile = profile(List.of(), NO_FIGURES);

        assertThat(profile.within())
                .containsExactly(
                        new ProfileResponse.Place("1", "District", "district"),
                        new ProfileResponse.Place("1-1", "Town", "Municipality"));
        assertThat(profile.levelName()).isEqualTo("social-space");
        assertThat(profile.notices()).containsExactly("Made up");
    }

    @Test
    void showsIndicesInTheOrderOfTheSchemeAndLeavesOutWhatWasNotComputed() {
        ProfileResponse.Result result =
                profile(List.of(result()), NO_FIGURES).results().get(0);

        assertThat(result.classifiedBy()).isEqualTo(new SchemeVersion("fields", 2, "Fields of action"));
        assertThat(result.indices()).containsExactly(new ProfileResponse.Index("b", "Change", null, "1", "low"));
        assertThat(result.group()).isEqualTo("1/1");
    }

    @Test
    void namesNeedsByTheirTitleElseByTheirCode() {
        SpaceNeed known = new SpaceNeed("HF1", NeedOrigin.RULE, null);
        SpaceNeed unknown = new SpaceNeed("HF9", NeedOrigin.MUNICIPAL, "Schools");

        assertThat(profile(List.of(result(known, unknown)), NO_FIGURES)
                        .results()
                        .get(0)
                        .needs())
                .containsExactly(
                        new ProfileResponse.Need("HF1", "Poverty", NeedOrigin.RULE, null),
                        new ProfileResponse.Need("HF9", "HF9", NeedOrigin.MUNICIPAL, "Schools"));
    }

    @Test
    void sortsIndicatorsByThemeAndCodeAndCutsTheirHistoryAtThePeriod() {
        ProfileData.Figures figures = new ProfileData.Figures(
                Map.of("x", indicator("x", null), "y", indicator("y", "housing"), "z", indicator("z", "age")),
                Map.of(
                        "x",
                                List.of(
                                        value("x", 2022, "1", ValueStatus.NORMAL),
                                        value("x", 2024, "3", ValueStatus.NORMAL)),
                        "y", List.of(value("y", 2023, "2", ValueStatus.NORMAL)),
                        "z", List.of(value("z", 2024, "9", ValueStatus.NORMAL))),
                Map.of("y", value("y", 2023, "2", ValueStatus.NORMAL)),
                new Surroundings(
                        List.of(QUARTER, other("1-1-b"), other("1-1-c")),
                        List.of(
                                value("y", 2023, "2", ValueStatus.NORMAL),
                                of("1-1-b", "y", "5"),
                                of("1-1-c", "y", "8")),
                        List.of(of("1", "y", "40"))));

        List<ProfileResponse.Figure> shown = profile(List.of(), figures).indicators();

        assertThat(shown).extracting(ProfileResponse.Figure::code).containsExactly("y", "x");
        assertThat(shown.get(0).median()).isEqualTo(new BigDecimal("5"));
        assertThat(shown.get(0).rank()).isEqualTo(new ProfileResponse.Rank(3, 3));
        assertThat(shown.get(0).larger())
                .containsExactly(
                        new ProfileResponse.LargerValue("1", "District", new BigDecimal("40")),
                        new ProfileResponse.LargerValue("1-1", "Town", new BigDecimal("15")));
        assertThat(shown.get(1).value()).isNull();
        assertThat(shown.get(1).history())
                .extracting(ProfileResponse.Value::period)
                .containsExactly("2022");
    }

    @Test
    void holdsNoNumberForWhichAMarkStands() {
        PublicValue unreliable = value("x", 2023, "7", ValueStatus.UNRELIABLE);
        ProfileData.Figures figures = new ProfileData.Figures(
                Map.of("x", indicator("x", null)),
                Map.of("x", List.of(unreliable)),
                Map.of("x", unreliable),
                Surroundings.NONE);

        ProfileResponse.Figure figure = profile(List.of(), figures).indicators().get(0);

        ProfileResponse.Value marked =
                new ProfileResponse.Value("2023", null, null, null, ValueStatus.UNRELIABLE, Mark.UNRELIABLE, ID);
        assertThat(figure.value()).isEqualTo(marked);
        assertThat(figure.history()).containsExactly(marked);
    }

    @Test
    void writesMoneyAsDecimals() {
        ProfileResponse profile = profile(List.of(), NO_FIGURES);

        assertThat(profile.grants())
                .containsExactly(new ProfileResponse.Grant(
                        ID, "Association", "Work", "48000.00", "0", "EUR", "Council", LocalDate.of(2024, 6, 17)));
        assertThat(profile.offers())
                .containsExactly(
                        new ProfileResponse.Offer("o", "Meeting point", "Association", null, null, List.of("HF1")));
    }
}
