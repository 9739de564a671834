package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.Ogr;
import de.quartierwerk.registry.RealData;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.GeoJsonGeometry;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The municipalities of three districts as the federal office publishes them (VG250), where a space may have several
 * features: land, islands, and water off the coast, told apart by the column {@code GF}.
 */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class MunicipalitiesIT {
    private static final int MUNICIPALITIES = 33;
    private static final int WITH_WATER = 11;
    private static final int LAND = 4;
    private static final int WATER = 2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final BoundaryReader reader = new BoundaryReader(Crs.EPSG_4326, false);

    @TempDir
    Path folder;

    @Test
    void areAsLargeAsAnotherProgramMeasures() throws IOException, InterruptedException {
        Ogr.needed();
        Path file = write(municipalities("areas-"));

        load("areas-municipality", file, "").body("counts", equalTo(counts(MUNICIPALITIES, MUNICIPALITIES, 0, 0, 0)));

        Map<String, Double> areas = areas("areas-municipality");
        assertSame(areas, measuredInZone32(file), 0.001);
        assertThat(district(areas, "areas-05334")).isCloseTo(709.47, within(0.71));
        assertThat(district(areas, "areas-05370")).isCloseTo(625.45, within(0.63));
        assertThat(district(areas, "areas-05170")).isCloseTo(1_043.67, within(1.04));
    }

    @Test
    void canBeReadWithoutTheirWater() throws IOException {
        ArrayNode features = municipalities("land-");
        Map<String, Double> land = measured(features);
        addWater(features);

        load("land-municipality", write(features), ",\"where\":{\"column\":\"GF\",\"equals\":\"4\"}")
                .body("counts", equalTo(counts(MUNICIPALITIES, MUNICIPALITIES, 0, 0, 0)));

        assertSame(areas("land-municipality"), land, 1e-6);
    }

    @Test
    void canBeUnitedWithTheirIslandsAndWater() throws IOException {
        ArrayNode features = municipalities("whole-");
        addWater(features);
        Map<String, Double> whole = measured(features);
        Path file = write(halved(features));
        int parts = 2 * (MUNICIPALITIES + WITH_WATER);

        load("whole-municipality", file, ",\"dryRun\":true")
                .body("counts", equalTo(counts(parts, MUNICIPALITIES, 0, 0, parts - MUNICIPALITIES)));
        load("whole-municipality", file, ",\"sameKey\":\"union\"")
                .body("counts", equalTo(counts(MUNICIPALITIES, MUNICIPALITIES, 0, 0, 0)));

        // an edge that is straight in degrees is bent in the plane once it has a corner in its middle
        assertSame(areas("whole-municipality"), whole, 1e-4);
    }

    /** The municipalities; their keys have a prefix, since those of other tests are there too. */
    private static ArrayNode municipalities(String prefix) throws IOException {
        JsonNode file = JSON.readTree(
                Files.readAllBytes(RealData.file("nrw-municipalities/aachen-heinsberg-wesel-2021.geojson")));
        ArrayNode features = JSON.createArrayNode();
        for (JsonNode feature : file.path("features")) {
            ObjectNode properties = (ObjectNode) feature.path("properties");
            properties.put("AGS", prefix + key(feature)).put("GF", LAND);
            features.add(feature);
        }
        return features;
    }

    private static String key(JsonNode feature) {
        return feature.at("/properties/AGS").asText();
    }

    /** Gives every third municipality water north of the whole region, as a feature of its own. */
    private static void addWater(ArrayNode features) {
        for (int i = 0; i < WITH_WATER; i++) {
            double west = 6 + 0.02 * i;
            Geometry square = FACTORY.toGeometry(new Envelope(west, west + 0.01, 52, 52.01));
            features.add(part(features.get(3 * i), square, WATER));
        }
    }

    private static ObjectNode part(JsonNode feature, Geometry boundary, int kind) {
        ObjectNode part = feature.deepCopy();
        ((ObjectNode) part.path("properties")).put("GF", kind);
        return part.set(
                "geometry", JSON.valueToTree(GeoJsonGeometry.write(boundary).toMap()));
    }

    /** Each feature as two, its western and its eastern half. */
    private ArrayNode halved(ArrayNode features) {
        ArrayNode halves = JSON.createArrayNode();
        for (JsonNode feature : features) {
            Geometry whole = boundary(feature).geometry();
            Envelope box = whole.getEnvelopeInternal();
            double middle = box.centre().x;
            for (Envelope half : List.of(
                    new Envelope(box.getMinX(), middle, box.getMinY(), box.getMaxY()),
                    new Envelope(middle, box.getMaxX(), box.getMinY(), box.getMaxY()))) {
                Geometry cut = whole.intersection(FACTORY.toGeometry(half));
                halves.add(part(feature, cut, feature.at("/properties/GF").asInt()));
            }
        }
        return halves;
    }

    private Boundary boundary(JsonNode feature) {
        return Objects.requireNonNull(reader.read(feature.path("geometry")).boundary());
    }

    private Path write(ArrayNode features) throws IOException {
        JsonNode collection =
                JSON.createObjectNode().put("type", "FeatureCollection").set("features", features);
        return Files.write(folder.resolve("vg250.geojson"), JSON.writeValueAsBytes(collection));
    }

    private static ValidatableResponse load(String level, Path file, String more) throws IOException {
        putLevel(level, 20);
        return importFile(
                as("planner"),
                file.getFileName().toString(),
                Files.readAllBytes(file),
                "{\"level\":\"" + level + "\",\"keyProperty\":\"AGS\",\"nameProperty\":\"GEN\",\"attributes\":[\"GF\"],"
                        + "\"validFrom\":\"2021-01-01\"" + more + "}");
    }

    private static Map<String, Double> areas(String level) {
        List<Map<String, ?>> spaces =
                get("spaces?level=" + level + "&limit=100").extract().path("items");
        Map<String, Double> areas = new TreeMap<>();
        spaces.forEach(space ->
                areas.put(space.get("key").toString(), ((Number) space.get("areaSquareMetres")).doubleValue()));
        return areas;
    }

    /** The areas of features, those of one key together. */
    private Map<String, Double> measured(ArrayNode features) {
        Map<String, Double> areas = new TreeMap<>();
        features.forEach(feature ->
                areas.merge(key(feature), boundary(feature).areaSquareMetres().doubleValue(), Double::sum));
        return areas;
    }

    /** Areas that GDAL computes in the plane of UTM zone 32, which is not how the registry does it. */
    private Map<String, Double> measuredInZone32(Path file) throws IOException, InterruptedException {
        Path plane =
                Ogr.convert(file, folder.resolve("plane.gpkg"), "-f", "GPKG", "-t_srs", "EPSG:25832", "-nln", "plane");
        Path table = Ogr.convert(
                plane,
                folder.resolve("areas.csv"),
                "-f",
                "CSV",
                "-dialect",
                "OGRSQL",
                "-sql",
                "select AGS, OGR_GEOM_AREA from plane");
        Map<String, Double> areas = new TreeMap<>();
        for (String line : Files.readAllLines(table).subList(1, MUNICIPALITIES + 1)) {
            String[] cells = line.replace("\"", "").split(",", -1);
            areas.put(cells[0], Double.parseDouble(cells[1]));
        }
        return areas;
    }

    private static void assertSame(Map<String, Double> areas, Map<String, Double> expected, double share) {
        assertThat(areas).hasSize(MUNICIPALITIES).containsOnlyKeys(expected.keySet());
        expected.forEach((key, area) -> assertThat(areas.get(key)).as(key).isCloseTo(area, within(share * area)));
    }

    private static double district(Map<String, Double> areas, String prefix) {
        return areas.entrySet().stream()
                        .filter(area -> area.getKey().startsWith(prefix))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / 1e6;
    }
}
