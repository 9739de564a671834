package de.quartierwerk.reporting.profile;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.Polarity;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.text.Language;
import de.quartierwerk.reporting.text.Mark;
import de.quartierwerk.reporting.text.Shown;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfilePagesTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Words WORDS = Words.in(Language.EN, ZoneOffset.UTC);
    private static final Drawing NOTHING = new Drawing(1, 1, 1, List.of(), List.of());

    private static ProfileResponse.Value value(String period, @Nullable String value, ValueStatus status) {
        return new ProfileResponse.Value(
                period,
                value == null ? null : new BigDecimal(value),
                null,
                null,
                status,
                value == null ? Mark.SUPPRESSED : null,
                ID);
    }

    private static ProfileResponse.Figure figure(
            String code, @Nullable String theme, ProfileResponse.@Nullable Value value) {
        return new ProfileResponse.Figure(
                code,
                "Name of " + code,
                "percent",
                IndicatorKind.RATIO,
                Polarity.BURDEN,
                theme,
                "Statistics office",
                null,
                value,
                new BigDecimal("6.5"),
                new ProfileResponse.Rank(2, 93),
                List.of(
                        new ProfileResponse.LargerValue("1", "Example district", null),
                        new ProfileResponse.LargerValue("1-1", "Town", new BigDecimal("6.94"))),
                List.of(value("2022", "5", ValueStatus.NORMAL), value("2023", "7.25", ValueStatus.NORMAL)));
    }

    private static ProfileResponse profile(@Nullable LocalDate validTo, ProfileResponse.Figure... figures) {
        return new ProfileResponse(
                "1-1-a",
                "Mill quarter",
                "social-space",
                "Social space",
                List.of(
                        new ProfileResponse.Place("1", "Example district", "District"),
                        new ProfileResponse.Place("1-1", "Town", "Municipality")),
                new BigDecimal("1250000.5"),
                LocalDate.of(2012, 1, 1),
                validTo,
                "2023",
                List.of(),
                List.of(new ProfileResponse.Result(
                        ID,
                        new SchemeVersion("fields", 1, "Fields of action"),
                        Instant.EPOCH,
                        null,
                        List.of(new ProfileResponse.Index("burden", "Burden", null, "3", "high")),
                        null,
                        List.of(
                                new ProfileResponse.Need("HF1", "Poverty", NeedOrigin.RULE, null),
                                new ProfileResponse.Need("HF2", "Ageing", NeedOrigin.MUNICIPAL, "Many single flats")))),
                List.of(figures),
                List.of(),
                List.of(new ProfileResponse.Grant(
                        ID,
                        "Association A",
                        "Neighbourhood work",
                        "48000.00",
                        "0",
                        "EUR",
                        "Council",
                        LocalDate.of(2024, 6, 17))));
    }

    private static ProfilePage page(ProfileResponse profile) {
        return ProfilePages.of(profile, NOTHING, WORDS, "body {}");
    }

    @Test
    void beginsWithWhatTheSpaceIs() {
        assertThat(page(profile(null)).facts())
                .containsExactly(
                        new ProfilePage.Fact("Key", "1-1-a"),
                        new ProfilePage.Fact("Level", "Social space", true, false),
                        new ProfilePage.Fact("District", "Example district", false, true),
                        new ProfilePage.Fact("Municipality", "Town", false, true),
                        new ProfilePage.Fact("Area", "1.25\u00a0km²"),
                        new ProfilePage.Fact("Valid", "since 1 January 2012"));
    }

    @Test
    void saysUntilWhenASpaceWasValid() {
        assertThat(page(profile(LocalDate.of(2023, 12, 31))).facts())
                .contains(new ProfilePage.Fact("Valid", "1 January 2012 to 31 December 2023"));
    }

    @Test
    void hasNoMapWithoutABoundary() {
        assertThat(page(profile(null)).map()).isNull();
        assertThat(page(profile(null)).mapNote()).isEqualTo("Place in Town");
    }

    @Test
    void marksAnIndexValueThatIsWithheld() {
        assertThat(page(profile(null)).results().get(0).indices())
                .containsExactly(new ProfilePage.IndexView("Burden", "3", "high", new Shown(".", null, "kept secret")));
    }

    @Test
    void tellsWhoFoundANeed() {
        assertThat(page(profile(null)).results().get(0).needs())
                .extracting(ProfilePage.NeedView::origin)
                .containsExactly(
                        "need for action by rule", "need for action stated by professionals or the municipality");
    }

    @Test
    void groupsIndicatorsByTheme() {
        ProfilePage page = page(profile(
                null,
                figure("a", "housing", value("2023", "7.25", ValueStatus.ESTIMATED)),
                figure("b", "housing", value("2023", null, ValueStatus.SUPPRESSED)),
                figure("c", null, null)));

        assertThat(page.themes())
                .extracting(ProfilePage.ThemeView::title)
                .containsExactly("Housing", "Without a theme");
        List<ProfilePage.Row> housing = page.themes().get(0).rows();
        assertThat(housing).extracting(row -> row.value().text()).containsExactly("(7.3)", ".");
        assertThat(housing.get(0).median()).isEqualTo(new Shown("6.5", "6.5", null));
        assertThat(housing.get(0).rank()).isEqualTo("2 of 93");
        assertThat(housing.get(0).larger()).containsExactly("–", "6.9");
        assertThat(housing.get(0).history())
                .containsExactly(
                        new ProfilePage.Point("2022", new Shown("5.0", "5", null)),
                        new ProfilePage.Point("2023", new Shown("7.3", "7.25", null)));
        assertThat(housing.get(0).line()).startsWith("<svg class=\"spark\"");
        assertThat(page.themes().get(1).rows().get(0).value()).isEqualTo(new Shown("x", null, "no value"));
    }

    @Test
    void namesEverySourceOnce() {
        ProfilePage page = page(profile(null, figure("a", null, null), figure("b", null, null)));

        assertThat(page.sources()).containsExactly("Statistics office");
    }

    @Test
    void writesGrantsWithTheirDecision() {
        assertThat(page(profile(null)).grants())
                .containsExactly(new ProfilePage.GrantRow(
                        "Association A", "Neighbourhood work", "48,000.00\u00a0EUR", "Council, 17 June 2024"));
    }
}
