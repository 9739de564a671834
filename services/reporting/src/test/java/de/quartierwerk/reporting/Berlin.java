package de.quartierwerk.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Berlin's Monitoring Soziale Stadtentwicklung as published for 2013, 2015 and 2017, sent as the other services would.
 */
public final class Berlin {
    /** Key of the space around all. */
    public static final String KEY = "berlin";

    /** Code of the scheme. */
    public static final String SCHEME = "mss-published";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FROM = LocalDate.of(2006, 1, 1);
    private static final List<String> STATUS = List.of("1", "2", "3", "4");
    private static final List<String> DYNAMICS = List.of("+", "+/-", "-");
    private static final List<String> SPECIAL = List.of("4+", "4+/-", "4-", "3-");

    private Berlin() {}

    /** Sends spaces and the three runs. */
    public static void send() throws IOException {
        Region.level("state", "Land", 5);
        Region.level("borough", "Bezirk", 15);
        Region.level("planning-area", "Planungsraum", 40);
        List<SocialSpace> spaces = new ArrayList<>();
        spaces.add(space(KEY, "Berlin", "state", List.of(KEY), null));
        for (JsonNode feature : features("berlin-lor/districts.geojson")) {
            String key = feature.get("properties").get("id").asText();
            spaces.add(space(key, name(feature), "borough", List.of(KEY, key), geometry(feature)));
        }
        Map<String, JsonNode> areas = new HashMap<>();
        for (JsonNode feature : features("berlin-lor/planning-areas-2020.geojson")) {
            areas.put(feature.get("properties").get("id").asText(), feature);
        }
        areas.forEach((key, feature) -> spaces.add(
                space(key, name(feature), "planning-area", List.of(KEY, key.substring(0, 2), key), geometry(feature))));
        // one area of the tables is not among the boundaries
        String missing = "04030417";
        spaces.add(space(missing, missing, "planning-area", List.of(KEY, "04", missing), null));
        UUID id = UUID.randomUUID();
        int batches = (spaces.size() + 19) / 20;
        for (int i = 0; i < batches; i++) {
            TestEvents.send(
                    Topics.SOCIAL_SPACE,
                    KEY,
                    EventTypes.SPACES_IMPORTED,
                    id.toString(),
                    i + 1,
                    new SpacesImported(id, i, batches, spaces.subList(20 * i, Math.min(spaces.size(), 20 * (i + 1)))));
        }
        for (int year : List.of(2013, 2015, 2017)) {
            run(year);
        }
    }

    private static JsonNode features(String file) throws IOException {
        return JSON.readTree(RealData.file(file).toFile()).get("features");
    }

    private static String name(JsonNode feature) {
        return feature.get("properties").get("name").asText();
    }

    /** The geometry on a grid of about ten metres, as the registry simplifies it for maps. */
    private static Map<String, Object> geometry(JsonNode feature) {
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        JsonNode geometry = feature.get("geometry");
        boolean one = geometry.get("type").asText().equals("Polygon");
        for (JsonNode polygon : one ? List.of(geometry.get("coordinates")) : geometry.get("coordinates")) {
            List<List<List<Double>>> rings = new ArrayList<>();
            for (JsonNode ring : polygon) {
                List<List<Double>> corners = new ArrayList<>();
                for (JsonNode corner : ring) {
                    List<Double> place = List.of(rounded(corner.get(0)), rounded(corner.get(1)));
                    if (corners.isEmpty() || !corners.get(corners.size() - 1).equals(place)) {
                        corners.add(place);
                    }
                }
                rings.add(corners);
            }
            polygons.add(rings);
        }
        return Map.of("type", "MultiPolygon", "coordinates", polygons);
    }

    private static double rounded(JsonNode degrees) {
        return Math.rint(degrees.asDouble() * 10_000) / 10_000;
    }

    private static SocialSpace space(
            String key, String name, String level, List<String> path, Map<String, Object> boundary) {
        String parent = path.size() < 2 ? null : path.get(path.size() - 2);
        return new SocialSpace(
                key, name, level, parent, path, FROM, null, new BigDecimal("1000000"), boundary, Map.of(), 1);
    }

    private static void run(int year) throws IOException {
        List<ClassificationPublished.Result> results = new ArrayList<>();
        List<String> lines = Files.readAllLines(RealData.file("berlin-mss/mss_" + year + ".csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            results.add(result(header, cells));
        }
        UUID run = UUID.randomUUID();
        int inNeed = (int)
                results.stream().filter(result -> !result.needs().isEmpty()).count();
        TestEvents.send(
                Topics.CLASSIFICATION,
                SCHEME,
                EventTypes.CLASSIFICATION_PUBLISHED,
                run.toString(),
                1,
                new ClassificationPublished(
                        run,
                        SCHEME,
                        1,
                        "Monitoring Soziale Stadtentwicklung",
                        "planning-area",
                        String.valueOf(year),
                        KEY,
                        LocalDate.of(year, 12, 31),
                        Instant.parse(year + 1 + "-06-01T08:00:00Z"),
                        null,
                        List.of(),
                        "public",
                        List.of(
                                new ClassificationPublished.Index(
                                        "status",
                                        "Status-Index",
                                        STATUS,
                                        List.of("hoch", "mittel", "niedrig", "sehr niedrig"),
                                        List.of()),
                                new ClassificationPublished.Index(
                                        "dynamics",
                                        "Dynamik-Index",
                                        DYNAMICS,
                                        List.of("positiv", "stabil", "negativ"),
                                        List.of())),
                        List.of(new ClassificationPublished.Need(
                                "GBA", "Gebiete mit besonderem Aufmerksamkeitsbedarf", null, inNeed, 0)),
                        results.size(),
                        inNeed,
                        List.of(),
                        0,
                        1,
                        results));
    }

    private static ClassificationPublished.Result result(List<String> header, String[] cells) {
        String key = cells[header.indexOf("plr_id")];
        if (!cells[header.indexOf("in_index")].equals("1")) {
            return new ClassificationPublished.Result(
                    key, "im Monitoring nicht berücksichtigt", Map.of(), null, List.of());
        }
        String status = cells[header.indexOf("pub_status_class")];
        String dynamics = cells[header.indexOf("pub_dynamic_class")];
        String value = cells[header.indexOf("pub_status_index")];
        return new ClassificationPublished.Result(
                key,
                null,
                Map.of(
                        "status",
                        new ClassificationPublished.IndexResult(
                                value.isEmpty() ? null : new BigDecimal(value), status, null),
                        "dynamics",
                        new ClassificationPublished.IndexResult(null, dynamics, null)),
                status + dynamics,
                SPECIAL.contains(status + dynamics)
                        ? List.of(new ClassificationPublished.SpaceNeed("GBA", "rule", null))
                        : List.of());
    }
}
