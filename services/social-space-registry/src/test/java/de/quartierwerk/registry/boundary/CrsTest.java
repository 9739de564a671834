package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.locationtech.proj4j.ProjCoordinate;

class CrsTest {
    @Test
    void readsTheNamesThatFilesCarry() {
        assertThat(Crs.of("EPSG:25832")).contains(Crs.EPSG_25832);
        assertThat(Crs.of(" epsg:25833 ")).contains(Crs.EPSG_25833);
        assertThat(Crs.of("urn:ogc:def:crs:EPSG::4326")).contains(Crs.EPSG_4326);
        assertThat(Crs.of("urn:ogc:def:crs:EPSG:9.9:3857")).contains(Crs.EPSG_3857);
        assertThat(Crs.of("urn:ogc:def:crs:OGC:1.3:CRS84")).contains(Crs.EPSG_4326);
        assertThat(Crs.of("http://www.opengis.net/def/crs/EPSG/0/25832")).contains(Crs.EPSG_25832);
    }

    @Test
    void knowsNoOtherSystem() {
        assertThat(Crs.of("EPSG:2180")).isEmpty();
        assertThat(Crs.of("25832")).isEmpty();
        assertThat(Crs.of("")).isEmpty();
    }

    @Test
    void convertsGaussKruegerByTheGridOfTheInstallation() {
        Path grid = Path.of("/usr/share/proj/BETA2007.gsb");
        assumeTrue(Files.exists(grid) || "true".equals(System.getenv("CI")), "BETA2007.gsb (proj-data) is missing");
        try {
            Crs.useGrid(grid);

            ProjCoordinate position = Projection.toWgs84(Crs.EPSG_31467).apply(3_540_000, 5_700_000);

            // as gdaltransform converts it
            assertThat(position.x).isCloseTo(9.57413407, within(1e-8));
            assertThat(position.y).isCloseTo(51.43322794, within(1e-8));
            assertThat(Crs.EPSG_31467.approximate()).isFalse();
        } finally {
            Crs.useGrid(null);
        }
        assertThat(Crs.EPSG_31467.approximate()).isTrue();
    }

    @Test
    void refusesAGridThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Crs.useGrid(Path.of("/nowhere/BETA2007.gsb")));
        assertThat(Crs.EPSG_31467.approximate()).isTrue();
    }
}
