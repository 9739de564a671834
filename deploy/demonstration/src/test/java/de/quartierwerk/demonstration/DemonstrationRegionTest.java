package de.quartierwerk.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.demonstration.membership.Field;
import de.quartierwerk.demonstration.territory.Territory;
import java.util.BitSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemonstrationRegionTest {

    private static final DemonstrationRegion STANDARD = DemonstrationRegion.generate(RegionSettings.standard());

    @Test
    void scheme_finds59Of93Spaces() {
        // Given
        SchemeEvaluation evaluation = new SchemeEvaluation(STANDARD, 2023);
        // When
        BitSet inNeed = new BitSet();
        DemonstrationRegion.scheme().get("needs").forEach(need -> inNeed.or(evaluation.members(need)));
        // Then
        assertThat(STANDARD.territory().spaces()).hasSize(93);
        assertThat(inNeed.cardinality()).isEqualTo(59);
    }

    @ParameterizedTest
    @CsvSource({"HF1,15,5", "HF2,43,9", "HF3,37,7", "HF4,12,5"})
    void scheme_findsTheReportedNumbersOfEachField(String code, int spaces, int municipalities) {
        // Given
        SchemeEvaluation evaluation = new SchemeEvaluation(STANDARD, 2023);
        // When
        BitSet members = evaluation.members(need(code));
        // Then
        assertThat(members.cardinality()).isEqualTo(spaces);
        assertThat(municipalities(members, STANDARD.territory())).isEqualTo(municipalities);
    }

    @ParameterizedTest
    @CsvSource({"30,1", "93,2", "93,77", "130,3", "200,4", "500,5", "1000,6"})
    void scheme_findsTheDrawnMembershipsForAnySizeAndSeed(int spaces, long seed) {
        // Given
        DemonstrationRegion region = DemonstrationRegion.generate(new RegionSettings(spaces, seed, 2019, 2023));
        SchemeEvaluation evaluation = new SchemeEvaluation(region, 2023);
        for (Field field : Field.values()) {
            // When
            BitSet found = evaluation.members(need(field.code()));
            // Then
            assertThat(found).as(field.code()).isEqualTo(region.memberships().of(field));
        }
        assertThat(region.territory().spaces()).hasSize(spaces);
    }

    @Test
    void decidingConditions_keepAMarginFromTheirThresholds() {
        // Given
        Map<String, Double> margins = Map.of(
                "basic-income",
                4.0,
                "unemployment",
                3.0,
                "share-80-plus",
                3.0,
                "child-poverty",
                3.0,
                "foreigners",
                3.5,
                "language-need",
                2.5);
        for (JsonNode need : DemonstrationRegion.scheme().get("needs")) {
            for (JsonNode condition : need.get("when").get("allOf")) {
                SchemeEvaluation evaluation = new SchemeEvaluation(STANDARD, 2023);
                if (!condition.has("measure")
                        || condition.get("measure").asText().equals("numerator")) {
                    continue;
                }
                // When
                everySpace(
                        STANDARD.territory(), (space, municipality) -> evaluation.note(condition, space, municipality));
                // Then
                String indicator = condition.get("indicator").asText();
                assertThat(evaluation.smallestDistance()).as(indicator).isGreaterThan(margins.get(indicator));
            }
        }
    }

    @Test
    void absoluteNumbers_ofMembersLieAtLeastTenPercentAboveTheThreshold() {
        for (JsonNode need : DemonstrationRegion.scheme().get("needs")) {
            SchemeEvaluation evaluation = new SchemeEvaluation(STANDARD, 2023);
            BitSet members = evaluation.members(need);
            JsonNode absolute = need.get("when").get("allOf").get(1);
            // When
            everySpace(STANDARD.territory(), (space, municipality) -> {
                if (members.get(space)) {
                    evaluation.note(absolute, space, municipality);
                }
            });
            // Then
            assertThat(evaluation.smallestDistance()).as(absolute.toString()).isGreaterThan(10);
        }
    }

    @Test
    void highRateWithLowNumber_isNoNeed() {
        // Given
        BitSet special = STANDARD.memberships().highRateLowNumber();
        SchemeEvaluation evaluation = new SchemeEvaluation(STANDARD, 2023);
        JsonNode rate = need("HF3").get("when").get("allOf").get(0);
        JsonNode number = need("HF3").get("when").get("allOf").get(1);
        // When
        everySpace(STANDARD.territory(), (space, municipality) -> {
            if (special.get(space)) {
                // Then
                assertThat(evaluation.measured(rate, space, municipality)).isGreaterThan(18);
                assertThat(evaluation.measured(number, space, municipality)).isLessThan(90);
            }
        });
        assertThat(special.cardinality()).isPositive();
    }

    @Test
    void equalSettings_giveEqualRegions() {
        // When
        DemonstrationRegion again = DemonstrationRegion.generate(RegionSettings.standard());
        // Then
        assertThat(again.territory()).isEqualTo(STANDARD.territory());
    }

    private static JsonNode need(String code) {
        for (JsonNode need : DemonstrationRegion.scheme().get("needs")) {
            if (need.get("code").asText().equals(code)) {
                return need;
            }
        }
        throw new AssertionError(code);
    }

    private static int municipalities(BitSet members, Territory territory) {
        BitSet found = new BitSet();
        everySpace(
                territory,
                (space, municipality) -> found.set(municipality, found.get(municipality) || members.get(space)));
        return found.cardinality();
    }

    private interface Visitor {
        void visit(int space, int municipality);
    }

    private static void everySpace(Territory territory, Visitor visitor) {
        for (int m = 0; m < territory.municipalities().size(); m++) {
            for (int s = territory.firstSpace().get(m);
                    s < territory.firstSpace().get(m + 1);
                    s++) {
                visitor.visit(s, m);
            }
        }
    }
}
