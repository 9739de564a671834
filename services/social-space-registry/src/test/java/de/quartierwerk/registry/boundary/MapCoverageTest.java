package de.quartierwerk.registry.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.registry.RealData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class MapCoverageTest {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    @Test
    void keepsSharedEdgesShared() {
        List<Geometry> neighbours = List.of(strip(true), strip(false));

        List<Geometry> onMap = new MapCoverage().simplify(neighbours, 100);

        assertThat(onMap.get(0).getNumPoints()).isLessThan(20);
        assertThat(CoverageValidator.isValid(onMap.toArray(Geometry[]::new))).isTrue();
        assertThat(onMap.get(0).getArea() + onMap.get(1).getArea()).isCloseTo(0.1 * 0.2, within(1e-9));
    }

    @Test
    void leavesOneThatIsTooSmallRecognisable() {
        Polygon tiny = FACTORY.createPolygon(new Coordinate[] {
            at(13.4, 52.5), at(13.4001, 52.5), at(13.4001, 52.5001), at(13.4, 52.5001), at(13.4, 52.5)
        });

        Geometry onMap = new MapCoverage().simplify(List.of(tiny), 10_000).get(0);

        assertThat(onMap.isEmpty()).isFalse();
        assertThat(onMap.isValid()).isTrue();
    }

    @Test
    void suitsTheMedianSpace() {
        assertThat(MapCoverage.tolerance(4e6)).isCloseTo(40, within(1e-9));
        assertThat(MapCoverage.tolerance(0)).isZero();
    }

    @Test
    void simplifiesInPortionsAsAllTogether() throws Exception {
        List<Geometry> exact = berlin();
        List<Geometry> together = new MapCoverage().simplify(exact, 20);

        for (int begin = 0; begin < exact.size(); begin += 50) {
            List<Geometry> portion = exact.subList(begin, Math.min(exact.size(), begin + 50));
            List<Geometry> withThoseAround = new ArrayList<>(portion);
            exact.stream()
                    .filter(other -> !portion.contains(other))
                    .filter(other -> portion.stream()
                            .anyMatch(one -> one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())))
                    .forEach(withThoseAround::add);

            List<Geometry> onMap = new MapCoverage().simplify(withThoseAround, portion.size(), 20);

            for (int i = 0; i < portion.size(); i++) {
                assertThat(onMap.get(i)
                                .norm()
                                .equalsExact(together.get(begin + i).norm()))
                        .isTrue();
            }
        }
    }

    @Test
    void simplifiesBerlinsPlanningAreas() throws Exception {
        List<Geometry> exact = berlin();

        List<Geometry> onMap = new MapCoverage().simplify(exact, 20);

        assertThat(onMap).hasSameSizeAs(exact).allMatch(Geometry::isValid);
        assertThat(points(onMap)).isLessThan(points(exact) / 3);
        for (int i = 0; i < onMap.size(); i++) {
            assertThat(onMap.get(i).getArea() / exact.get(i).getArea()).isCloseTo(1, within(0.05));
        }
    }

    private static List<Geometry> berlin() throws IOException {
        JsonNode features = new ObjectMapper()
                .readTree(
                        RealData.file("berlin-lor/planning-areas-2020.geojson").toFile())
                .path("features");
        BoundaryReader reader = new BoundaryReader(Crs.EPSG_4326, true);
        List<Geometry> exact = new ArrayList<>();
        for (JsonNode feature : features) {
            exact.add(reader.read(feature.path("geometry")).boundary().geometry());
        }
        return exact;
    }

    private static int points(List<Geometry> geometries) {
        return geometries.stream().mapToInt(Geometry::getNumPoints).sum();
    }

    /** Left or right half of a rectangle whose middle line trembles by less than a metre. */
    private static Polygon strip(boolean left) {
        List<Coordinate> ring = new ArrayList<>();
        double outer = left ? 13.3 : 13.5;
        ring.add(at(outer, 52.5));
        for (int i = 0; i <= 100; i++) {
            ring.add(at(13.4 + (i % 2 == 0 ? 0 : 5e-6), 52.5 + i * 0.001));
        }
        ring.add(at(outer, 52.6));
        ring.add(ring.get(0));
        return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Coordinate at(double lon, double lat) {
        return new Coordinate(lon, lat);
    }
}
