package de.quartierwerk.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.demonstration.territory.Area;
import de.quartierwerk.demonstration.territory.Territory;
import de.quartierwerk.demonstration.territory.TerritoryGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class TerritoryTest {

    @ParameterizedTest
    @ValueSource(ints = {93, 400})
    void spaces_areACleanCoverage(int size) {
        // Given
        Territory territory = TerritoryGenerator.generate(RegionSettings.ofSize(size));
        // When
        Geometry[] spaces = boundaries(territory.spaces());
        // Then
        assertThat(spaces).allMatch(Geometry::isValid);
        assertThat(CoverageValidator.isValid(spaces)).isTrue();
        assertThat(CoverageValidator.isValid(boundaries(territory.municipalities())))
                .isTrue();
        assertThat(CoverageValidator.isValid(boundaries(territory.districts()))).isTrue();
    }

    @Test
    void region_hasNoGapsAndIsWhatItsPartsCover() {
        // Given
        Territory territory = TerritoryGenerator.generate(RegionSettings.standard());
        Geometry district = territory.districts().get(0).boundary();
        // When
        Geometry union = CoverageUnion.union(boundaries(territory.spaces()));
        // Then
        assertThat(district instanceof Polygon).isTrue();
        assertThat(((Polygon) district).getNumInteriorRing()).isZero();
        assertThat(union.equalsTopo(district)).isTrue();
        assertThat(territory.municipalities()).allMatch(area -> area.boundary() instanceof Polygon);
    }

    @Test
    void keysAndNames_areThoseOfTheDemonstrationRegion() {
        // When
        Territory territory = TerritoryGenerator.generate(RegionSettings.standard());
        // Then
        assertThat(territory.districts()).extracting(Area::key).containsExactly("99001", "99002");
        assertThat(territory.municipalities())
                .extracting(Area::key)
                .startsWith("99001001")
                .endsWith("99001010")
                .hasSize(10);
        assertThat(territory.spaces())
                .extracting(Area::key)
                .startsWith("99001001-01")
                .endsWith("99001010-01")
                .doesNotHaveDuplicates();
        assertThat(territory.spaces())
                .extracting(Area::name)
                .allMatch(name -> name.endsWith("(erfunden)"))
                .doesNotHaveDuplicates();
        assertThat(territory.spaces()).allMatch(area -> TerritoryGenerator.hectares(area) >= 30);
    }

    @Test
    void tenThousandSpaces_keepUniqueKeysAndNames() {
        // When
        Territory territory = TerritoryGenerator.generate(RegionSettings.ofSize(10_000));
        // Then
        assertThat(territory.spaces()).hasSize(10_000).extracting(Area::key).doesNotHaveDuplicates();
        assertThat(territory.spaces()).extracting(Area::name).doesNotHaveDuplicates();
        assertThat(territory.districts())
                .extracting(Area::key)
                .doesNotHaveDuplicates()
                .contains("99002");
        assertThat(CoverageValidator.isValid(boundaries(territory.spaces()))).isTrue();
    }

    private static Geometry[] boundaries(List<Area> areas) {
        return areas.stream().map(Area::boundary).toArray(Geometry[]::new);
    }
}
