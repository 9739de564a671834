package de.quartierwerk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Reads of a registry with many spaces beside what the same takes in memory, from a file, or by a key. */
final class RegistryReads {
    private static final int POINTS = 1_000;
    private static final int PAGES = 100;
    private static final int PAGES_COMPARED = 10;
    private static final int FEATURES = 1_000;
    private static final int SEARCHES = 200;
    private static final int TIMES = 21;
    private static final int TIMES_OF_REPORT = 5;
    private static final List<String> SYLLABLES = List.of(
            "ber", "lin", "dorf", "stein", "bach", "wald", "hof", "feld", "kirch", "neu", "alt", "ost", "west", "nord");

    private final PlatformClient client;
    private final BenchPlatform platform;
    private final String level;
    private final int spaces;
    private final String reportLevel;
    private final ObjectMapper json = new ObjectMapper();
    private final Random random = new Random(20261129);
    private final GeometryFactory factory = new GeometryFactory();

    /** Reads a level with so many spaces, and another one for the quality report. */
    RegistryReads(BenchPlatform platform, String level, int spaces, String reportLevel) {
        this.client = platform.client();
        this.platform = platform;
        this.level = level;
        this.spaces = spaces;
        this.reportLevel = reportLevel;
    }

    void run() throws IOException, SQLException {
        items();
        pages();
        locate();
        search();
        quality();
    }

    /** A page of features beside a file of the same bytes. */
    private void items() throws IOException {
        String path = "/registry/ogc/collections/" + level + "/items?limit=" + FEATURES;
        byte[] page = client.get(path, null).orFail().text().getBytes(StandardCharsets.UTF_8);
        Path file = Files.createTempFile("page", ".geojson");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, Files.size(file));
            try (OutputStream out = exchange.getResponseBody()) {
                Files.copy(file, out);
            }
        });
        try {
            Files.write(file, page);
            server.start();
            HttpClient http = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page.geojson"))
                    .build();
            Sample reference = usual(() -> http.send(request, BodyHandlers.ofByteArray()));
            Lines.comparison(
                    "items-" + FEATURES, usual(() -> client.get(path, null).orFail()), reference);
        } finally {
            server.stop(0);
            threads.shutdown();
            Files.delete(file);
        }
    }

    /** The last pages of a long list beside its first ones. */
    private void pages() {
        int limit = Math.max(1, spaces / PAGES);
        String next = "/registry/ogc/collections/" + level + "/items?limit=" + limit;
        List<Double> seconds = new ArrayList<>();
        while (next != null) {
            String path = next;
            Answer[] page = new Answer[1];
            seconds.add(Lines.seconds(() -> page[0] = client.get(path, null).orFail()));
            next = null;
            for (JsonNode link : page[0].json().path("links")) {
                if (link.path("rel").asText().equals("next")) {
                    URI address = URI.create(link.path("href").asText());
                    next = address.getRawPath() + "?" + address.getRawQuery();
                }
            }
        }
        int count = seconds.size();
        Lines.comparison(
                "items-all",
                new Sample(seconds.subList(count - PAGES_COMPARED, count)),
                new Sample(seconds.subList(0, PAGES_COMPARED)));
    }

    /** Many positions in one call beside a loop over an index of prepared geometries. */
    private void locate() throws IOException, SQLException {
        STRtree index = new STRtree();
        Envelope world = new Envelope();
        for (Geometry boundary : boundaries(level)) {
            index.insert(boundary.getEnvelopeInternal(), PreparedGeometryFactory.prepare(boundary));
            world.expandToInclude(boundary.getEnvelopeInternal());
        }
        List<Point> points = new ArrayList<>();
        ObjectNode request = json.createObjectNode().put("level", level);
        ArrayNode sent = request.putArray("points");
        for (int i = 0; i < POINTS; i++) {
            double x = world.getMinX() + random.nextDouble() * world.getWidth();
            double y = world.getMinY() + random.nextDouble() * world.getHeight();
            points.add(factory.createPoint(new Coordinate(x, y)));
            sent.addObject().put("id", Integer.toString(i)).put("x", x).put("y", y);
        }
        Sample reference = usual(() -> points.forEach(point -> found(index, point)));
        Lines.comparison(
                "locate-" + POINTS,
                usual(() ->
                        client.post("/registry/v1/spaces/locate", null, request).orFail()),
                reference);
    }

    private static boolean found(STRtree index, Point point) {
        List<?> near = index.query(point.getEnvelopeInternal());
        return near.stream().map(PreparedGeometry.class::cast).anyMatch(area -> area.covers(point));
    }

    /** The 95th percentile of finding a name with a typing error beside reading a space by its key. */
    private void search() throws IOException, SQLException {
        rename();
        String size = Math.round(spaces / 1e3) + "k";
        List<String> searches = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            StringBuilder word = new StringBuilder(word(random.nextInt(spaces)));
            word.deleteCharAt(1 + random.nextInt(word.length() - 2));
            searches.add("/registry/v1/spaces?level=" + level + "&q=" + word);
            keys.add("/registry/v1/spaces/" + new PolygonGrid("l", spaces).key(random.nextInt(spaces)));
        }
        most(searches);
        double ours = most(searches);
        most(keys);
        Lines.comparison("search-" + size, ours, most(keys));
    }

    /** Names as people give them; those of the file differ by a number only. */
    private void rename() throws IOException, SQLException {
        try (Connection connection = platform.database(LocalService.REGISTRY);
                PreparedStatement statement =
                        connection.prepareStatement("update space set name = ? where level = ? and key = ?")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < spaces; i++) {
                statement.setString(1, name(i));
                statement.setString(2, level);
                statement.setString(3, new PolygonGrid("l", spaces).key(i));
                statement.addBatch();
                if (i % 1_000 == 999 || i == spaces - 1) {
                    statement.executeBatch();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement vacuum = connection.createStatement()) {
                vacuum.execute("vacuum analyze space");
            }
        }
    }

    private static String name(int number) {
        return word(number) + " " + number;
    }

    private static String word(int number) {
        Random choice = new Random(number);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append(SYLLABLES.get(choice.nextInt(SYLLABLES.size())));
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The quality report beside a validation of the same boundaries in memory. */
    private void quality() throws IOException, SQLException {
        List<Geometry> boundaries = boundaries(reportLevel);
        String size = Math.round(boundaries.size() / 1e3) + "k";
        Geometry[] coverage = boundaries.toArray(Geometry[]::new);
        Sample reference = Lines.sample(TIMES_OF_REPORT, () -> CoverageValidator.validate(coverage));
        String path = "/registry/v1/quality?level=" + reportLevel;
        client.get(path, null).orFail();
        Lines.comparison(
                "quality-" + size,
                Lines.sample(TIMES_OF_REPORT, () -> client.get(path, null).orFail()),
                reference);
    }

    private List<Geometry> boundaries(String ofLevel) throws SQLException, IOException {
        List<Geometry> boundaries = new ArrayList<>();
        try (Connection connection = platform.database(LocalService.REGISTRY);
                PreparedStatement statement = connection.prepareStatement(
                        "select b.wkb from space s join space_boundary b on b.space_id = s.id where s.level = ?")) {
            statement.setString(1, ofLevel);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    boundaries.add(new WKBReader(factory).read(rows.getBytes(1)));
                }
            }
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
        return boundaries;
    }

    /** The times once the program is warm. */
    private static Sample usual(Lines.Work work) {
        Lines.sample(TIMES, work);
        return Lines.sample(TIMES, work);
    }

    private double most(List<String> paths) {
        double[] seconds = paths.stream()
                .mapToDouble(path -> Lines.seconds(() -> client.get(path, null).orFail()))
                .sorted()
                .toArray();
        return seconds[seconds.length * 95 / 100];
    }
}
