package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.quartierwerk.kit.web.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SpaceFeatureTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void showsAPolygonWithItsOuterRingCounterClockwise() throws Exception {
        SpaceFeature feature = SpaceFeature.of(FoundSpace.of(space(1, "a")), geometry("POLYGON((0 0, 0 1, 1 1, 0 0))"));

        JsonNode json = json(feature);
        assertThat(json.path("type").asText()).isEqualTo("Feature");
        assertThat(json.path("id").asText()).isEqualTo("a");
        assertThat(json.path("geometry").toString())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[0.0,0.0],[1.0,1.0],[0.0,1.0],[0.0,0.0]]]}");
        assertThat(json.at("/properties/key").asText()).isEqualTo("a");
    }

    @Test
    void showsNullWithoutABoundary() throws Exception {
        assertThat(json(SpaceFeature.of(FoundSpace.of(space(1, "a")), null))
                        .get("geometry")
                        .isNull())
                .isTrue();
    }

    @Test
    void collectsAPageAndNamesTheNext() throws Exception {
        Geometry parts = geometry("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 0)), ((2 2, 3 2, 3 3, 2 2)))");
        Page<FoundSpace> page =
                new Page<>(List.of(FoundSpace.of(space(1, "a")), FoundSpace.of(space(2, "b"))), "next-page");

        JsonNode json = json(SpaceFeatureCollection.of(page, Map.of(2L, parts)));

        assertThat(json.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(json.at("/features/0/geometry").isNull()).isTrue();
        assertThat(json.at("/features/1/geometry/type").asText()).isEqualTo("MultiPolygon");
        assertThat(json.at("/features/1/geometry/coordinates")).hasSize(2);
        assertThat(json.path("next").asText()).isEqualTo("next-page");
    }

    @Test
    void leavesOutTheNextPageAtTheEnd() throws Exception {
        assertThat(json(SpaceFeatureCollection.of(new Page<>(List.of(), null), Map.of()))
                        .has("next"))
                .isFalse();
    }

    private static Space space(long id, String key) {
        return new Space(
                id,
                key,
                "Raum",
                null,
                "district",
                "administrative",
                null,
                List.of(key),
                LocalDate.EPOCH,
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                1);
    }

    private static Geometry geometry(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }

    private static JsonNode json(Object value) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
